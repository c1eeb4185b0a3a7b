package tenbin.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Under which address browsers reach the hub. A passkey is bound to its host, so it is said once,
 * never taken from a request; a hub of which nothing is said is reached on its own machine only.
 *
 * @param address its scheme, host and port; empty for http://localhost and the port it listens on
 */
public record Home(Optional<URI> address) {
  private static final String LOCALHOST = "localhost";

  /** What a passkey is bound to: a host name (Web Authentication section 5.1.2, rp.id). */
  String host() {
    return address.map(URI::getHost).orElse(LOCALHOST);
  }

  /** The origin that a browser has to name (RFC 6454 section 6.2). */
  public String origin(HttpServletRequest request) {
    return address
        .map(each ->
            each.getScheme()
                + "://"
                + each.getHost()
                + (each.getPort() < 0 ? "" : ":" + each.getPort()))
        .orElseGet(() -> "http://" + LOCALHOST + ":" + request.getLocalPort());
  }
}
