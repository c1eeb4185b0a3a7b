package tenbin.hub.act;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import tenbin.nouns.report.Digest;

/** A hub's API as a member's program uses it. */
final class HubDoor {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A batch of ten thousand rows is decided and written well within this. */
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  private final URI hub;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** The API of the hub at an address like "https://hub.example/". */
  HubDoor(URI hub, String token) {
    this.hub = URI.create(hub.toString().replaceAll("/+$", ""));
    this.token = token;
  }

  /** How far the hub is with some bytes. */
  record Upload(long durableBytes, boolean acknowledged) {}

  /** The hub answered, but not as hoped. */
  static final class Unwilling extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Unwilling(int status, String detail) {
      super("the hub answers " + status + (detail.isBlank() ? "" : ": " + detail));
      this.status = status;
    }

    /** Whether the same request may be granted later. */
    boolean isWorthAnotherTry() {
      return status >= 500 || status == TOO_MANY_REQUESTS || status == 409;
    }
  }

  /** Where to go on with an upload. */
  Upload progress(Digest digest) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(report(digest, Map.of()))
                .timeout(CONNECT.multipliedBy(3))
                .method("HEAD", BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() == NOT_FOUND) {
      return new Upload(0, false);
    }
    return upload(willing(answer));
  }

  /** Sends the rest of a file from an offset on; tells the bytes that went out. */
  Upload send(Path file, Digest digest, long from, Map<String, String> about, LongConsumer sent)
      throws IOException, InterruptedException {
    long size = Files.size(file);
    HttpRequest.BodyPublisher rest = FilePart.of(file, from, sent);
    HttpResponse<String> answer =
        client.send(
            request(report(digest, about))
                .header("Content-Type", "application/octet-stream")
                .header("Upload-Offset", Long.toString(from))
                .header("Upload-Length", Long.toString(size))
                .PUT(rest)
                .build(),
            BodyHandlers.ofString());
    return upload(willing(answer));
  }

  /** The next rows behind a cursor, as the hub wrote them; to be closed by the caller. */
  HttpResponse<java.io.InputStream> pull(String format, Optional<String> after, int most)
      throws IOException, InterruptedException {
    String query = "?format=" + word(format) + "&most=" + most;
    String cursor = after.map(text -> "&after=" + word(text)).orElse("");
    HttpResponse<java.io.InputStream> answer =
        client.send(
            request(hub + "/api/v1/rows" + query + cursor).timeout(ANSWER).GET().build(),
            BodyHandlers.ofInputStream());
    if (answer.statusCode() / 100 != 2) {
      try (var body = answer.body()) {
        throw new Unwilling(
            answer.statusCode(), detail(new String(body.readNBytes(4096), StandardCharsets.UTF_8)));
      }
    }
    return answer;
  }

  private HttpRequest.Builder request(String address) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private String report(Digest digest, Map<String, String> about) {
    String query =
        about.entrySet().stream()
            .map(each -> each.getKey() + "=" + word(each.getValue()))
            .collect(Collectors.joining("&"));
    return hub + "/api/v1/reports/" + digest + (query.isEmpty() ? "" : "?" + query);
  }

  private static Upload upload(HttpResponse<?> answer) {
    long durable = answer.headers().firstValueAsLong("Upload-Offset").orElse(0);
    boolean complete =
        answer.headers().firstValue("Upload-Complete").filter("?1"::equals).isPresent();
    return new Upload(durable, complete);
  }

  private static HttpResponse<String> willing(HttpResponse<String> answer) throws Unwilling {
    if (answer.statusCode() / 100 != 2) {
      throw new Unwilling(answer.statusCode(), detail(answer.body()));
    }
    return answer;
  }

  /** The words of a problem (RFC 9457), without a JSON parser's weight for one line. */
  private static String detail(String body) {
    String shorter = body.length() > 300 ? body.substring(0, 300) : body;
    return shorter.replaceAll("\\s+", " ").trim();
  }

  private static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
