package tenbin.hub.act;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tenbin.hub.run.RunningHub;

/** A start for the sake of the start-up cache: the hub looks at its own pages once and ends. */
final class Rehearsal {
  private static final List<String> PAGES =
      List.of("", "sign-in", "actuator/health", "network", "reports");

  private Rehearsal() {}

  /** Tells the launcher, which waits for this file, that the first start needs nothing more. */
  static void mayBegin() throws IOException {
    String file = System.getProperty("tenbin.up", "");
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file), "");
    }
  }

  static void of(RunningHub hub) throws IOException, InterruptedException {
    try (hub;
        HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (String page : PAGES) {
        URI address = URI.create(hub.address() + page);
        browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    }
  }
}
