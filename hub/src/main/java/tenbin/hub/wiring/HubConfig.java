package tenbin.hub.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a hub's server runs.
 *
 * @param host the address it listens on; loopback unless somebody says otherwise
 * @param port 0 takes a free one
 * @param demo whether it shows the demo, on loopback only
 * @param secure whether browsers reach it by TLS (a proxy before it): cookies then demand that
 * @param home under which address browsers reach it, for passkeys; empty for this machine alone
 * @param work a folder for uploads on their way; on the disk of the raw reports
 * @param entrances other ways in than by password, passkey and token
 * @param zone in which readers see times who say nothing else: the circle's
 */
public record HubConfig(
    String host,
    int port,
    boolean demo,
    boolean secure,
    Optional<URI> home,
    Path work,
    Entrances entrances,
    ZoneId zone) {
  /** Where a hub listens when nobody says otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  /** A server without other entrances. */
  public HubConfig(
      String host, int port, boolean demo, boolean secure, Optional<URI> home, Path work) {
    this(host, port, demo, secure, home, work, Entrances.NONE);
  }

  /** With times in UTC. */
  public HubConfig(
      String host,
      int port,
      boolean demo,
      boolean secure,
      Optional<URI> home,
      Path work,
      Entrances entrances) {
    this(host, port, demo, secure, home, work, entrances, ZoneOffset.UTC);
  }

  public HubConfig {
    boolean loopback = host.startsWith("127.") || host.equals("::1") || host.equals("localhost");
    if (demo && !loopback) {
      throw new IllegalArgumentException("a demo lets anybody look as anybody: loopback only");
    }
    if (!secure && !loopback) {
      throw new IllegalArgumentException(
          "the hub speaks HTTP: beyond this machine it listens only with --secure, behind a proxy"
              + " that speaks TLS");
    }
  }

  public static HubConfig demo(int port, Path work) {
    return new HubConfig(LOOPBACK, port, true, false, Optional.empty(), work);
  }
}
