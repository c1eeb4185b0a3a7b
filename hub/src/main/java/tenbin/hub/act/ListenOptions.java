package tenbin.hub.act;

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
