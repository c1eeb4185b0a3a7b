package tenbin.proof.attacks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of a member of a demo, who follows every link that its pages have. */
final class Walk {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

  /** Of one kind of page so many are enough. */
  private static final int MOST_OF_A_KIND = 5;

  private final String base;
  private final String member;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int pages;
  private int shown;

  Walk(String address, String member) throws IOException, InterruptedException {
    this.base = address.substring(0, address.length() - 1);
    this.member = member;
    Matcher csrf = CSRF.matcher(get("/").body());
    if (!csrf.find()) {
      throw new AssertionError("no form on the first page");
    }
    String form =
        "who=" + member + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
    client.send(
        HttpRequest.newBuilder(URI.create(base + "/demo/look-as"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.discarding());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  int pages() {
    return pages;
  }

  int shown() {
    return shown;
  }

  List<String> wrong() {
    return wrong;
  }

  /** Every page from the first on, some of each kind. */
  void everything() throws IOException, InterruptedException {
    Deque<String> open = new ArrayDeque<>(List.of("/today", "/network?range=30d", "/reports"));
    Set<String> seen = new TreeSet<>(open);
    while (!open.isEmpty()) {
      String path = open.remove();
      HttpResponse<String> answer = get(path);
      check(path, answer);
      Matcher found = LINK.matcher(answer.body());
      while (isPage(answer) && found.find()) {
        String next = found.group(1).replace("&amp;", "&");
        boolean looked = next.startsWith("/look") || next.startsWith("/webjars");
        if (!looked
            && seen.add(next)
            && kinds.merge(kind(next), 1, Integer::sum) <= MOST_OF_A_KIND) {
          open.add(next);
        }
      }
    }
  }

  private static String kind(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{20,}", "ID");
  }

  private static boolean isPage(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  private void check(String path, HttpResponse<String> answer) {
    String body = answer.body();
    String kind = answer.headers().firstValue("Content-Type").orElse("");
    pages++;
    // 503: the proof of a line comes when its tree has grown.
    if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
      wrong.add(member + " " + path + ": " + answer.statusCode());
    }
    if (isPage(answer)) {
      shown += body.contains("&lt;xss7") ? 1 : 0;
      boolean runs = body.contains("<xss7") || body.contains("=\"javascript:");
      if (runs) {
        wrong.add(member + " " + path + ": runs");
      }
    } else if (!answer
            .headers()
            .firstValue("Content-Disposition")
            .orElse("")
            .startsWith("attachment")
        && body.contains("xss7")) {
      wrong.add(member + " " + path + ": no attachment, " + kind);
    }
    if (kind.startsWith("text/csv") && Pattern.compile("(^|[,\n])\"?=cmd").matcher(body).find()) {
      wrong.add(member + " " + path + ": a formula");
    }
  }
}
