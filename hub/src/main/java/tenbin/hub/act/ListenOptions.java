package tenbin.hub.act;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a hub listens. */
final class ListenOptions {
  @Option(names = "--host", defaultValue = "127.0.0.1", description = "address: 127.0.0.1")
  private String host = "127.0.0.1";

  @Option(names = "--port", defaultValue = "8080", description = "port: 8080; 0 takes a free one")
  private int port = 8080;

  @Option(
      names = "--secure",
      description = "browsers reach it by TLS, through a proxy that ends it")
  private boolean secure;

  @Option(
      names = "--home",
      paramLabel = "URL",
      description =
          "the address at which people's browsers reach it, for example https://hub.example/;"
              + " passkeys are bound to its host, so it stays")
  private Optional<URI> home = Optional.empty();

  Optional<URI> home() {
    return home;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  boolean isSecure() {
    return secure;
  }
}
