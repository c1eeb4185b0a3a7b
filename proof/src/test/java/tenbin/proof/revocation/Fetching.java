package tenbin.proof.revocation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member that fetches its rows by everything there is: pulls, a stream, downloads. */
final class Fetching implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("csrf-token\" content=\"([^\"]+)\"");
  private static final int BATCH = 100;

  private final String hub;
  private final String token;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final HttpClient programs = HttpClient.newHttpClient();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private Optional<InputStream> stream = Optional.empty();

  Fetching(String hub, String token) {
    this.hub = hub;
    this.token = token;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return programs.send(
        HttpRequest.newBuilder(URI.create(hub + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  /** One pull behind a cursor. */
  HttpResponse<String> pull(String after) throws IOException, InterruptedException {
    String cursor = after.isEmpty() ? "" : "&after=" + after;
    return get("api/v1/rows?most=" + BATCH + cursor);
  }

  /** Reads the stream until it ends, on a thread of its own. */
  Thread streaming() throws IOException, InterruptedException {
    InputStream in =
        programs
            .send(
                HttpRequest.newBuilder(URI.create(hub + "api/v1/rows/stream"))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                BodyHandlers.ofInputStream())
            .body();
    stream = Optional.of(in);
    return Thread.ofVirtual().start(() -> drain(in));
  }

  private void drain(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      while (lines.readLine() != null) {
        if (ended.get()) {
          return;
        }
      }
    } catch (IOException closed) {
      if (!ended.get()) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  /** Downloads again and again, as somebody who looks at the demo as this member. */
  Thread downloading(String member) throws IOException, InterruptedException {
    Matcher found =
        CSRF.matcher(
            browser
                .send(HttpRequest.newBuilder(URI.create(hub)).build(), BodyHandlers.ofString())
                .body());
    if (!found.find()) {
      throw new AssertionError("the demo's page has no token for its forms");
    }
    String form =
        "who=" + member + "&_csrf=" + URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    browser.send(
        HttpRequest.newBuilder(URI.create(hub + "demo/look-as"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.discarding());
    return Thread.ofVirtual().start(this::download);
  }

  private void download() {
    URI file = URI.create(hub + "network/download?format=json-lines&range=7d");
    try {
      while (!ended.get()) {
        browser.send(HttpRequest.newBuilder(file).build(), BodyHandlers.discarding());
      }
    } catch (IOException closed) {
      if (!ended.get()) {
        throw new UncheckedIOException(closed);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    ended.set(true);
    if (stream.isPresent()) {
      stream.get().close();
    }
    programs.shutdownNow();
    browser.shutdownNow();
  }
}
