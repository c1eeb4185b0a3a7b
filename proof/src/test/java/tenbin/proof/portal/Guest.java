package tenbin.proof.portal;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without script: follows links, keeps cookies, sends the forms that it was shown. */
public final class Guest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String base;
  private HttpResponse<String> last;

  /** Somebody who came to the front door. */
  @SuppressWarnings("NullAway.Init")
  public Guest(String address) {
    this.base = address.substring(0, address.length() - 1);
    get("/portal");
  }

  /** Somebody of a member, as the demo lets anybody look. */
  public static Guest of(String address, String member) {
    Guest guest = new Guest(address);
    guest.get("/");
    guest.post("/demo/look-as", "who", member);
    return guest;
  }

  /** A customer that came by a link. */
  public static Guest by(String link) {
    Guest guest = new Guest(link.substring(0, link.indexOf("portal")));
    guest.post("/portal/enter", "secret", link.substring(link.indexOf('#') + 1));
    return guest;
  }

  /** Opens a page, and follows where it leads. */
  public String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
  }

  /** Sends names and values in turn, with the token of the page that was shown last. */
  public String post(String path, String... fields) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      parts.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    Matcher csrf = CSRF.matcher(last.body());
    if (csrf.find()) {
      parts.add("_csrf=" + encoded(csrf.group(1)));
    }
    return bare(path, String.join("&", parts));
  }

  /** Sends a form as somebody else's page would: with the cookies, without the token. */
  public String bare(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  /** Sends a file by the form of the page that was shown last. */
  public String upload(String path, String name, String file) {
    Matcher csrf = CSRF.matcher(last.body());
    String part = "--tenbin\r\nContent-Disposition: form-data; name=\"";
    String body =
        part
            + "_csrf\"\r\n\r\n"
            + (csrf.find() ? csrf.group(1) : "")
            + "\r\n"
            + part
            + "file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + file
            + "\r\n--tenbin--\r\n";
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=tenbin")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String send(HttpRequest request) {
    try {
      last = client.send(request, BodyHandlers.ofString());
      return last.body();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The status of the last answer. */
  public int status() {
    return last.statusCode();
  }

  /** Where it ended, without the host. */
  public String path() {
    return last.uri().getPath();
  }

  /** The last answer. */
  public HttpResponse<String> last() {
    return last;
  }

  /** What a pattern's first group finds on the page that was shown last. */
  public String find(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(last.body());
    if (!found.find()) {
      throw new AssertionError("not on " + last.uri() + ": " + pattern + "\n" + last.body());
    }
    return found.group(1);
  }

  /** What a reader of the last page sees of its main part, without what changes at every look. */
  public String text() {
    String body = last.body();
    int from = Math.max(0, body.indexOf("<main"));
    int to = body.indexOf("</main>");
    return body.substring(from, to < 0 ? body.length() : to)
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
