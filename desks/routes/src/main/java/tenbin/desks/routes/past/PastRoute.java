package tenbin.desks.routes.past;

import tenbin.wire.bgp.AsPath;

/**
 * A route as it is kept: its whole path and how it came into BGP. Next hop and communities are not
 * kept: they name the router (C8) and nobody is told them.
 *
 * @param path empty where there is no route
 */
public record PastRoute(AsPath path, Came came) {
  /** No route any more. */
  public static final PastRoute WITHDRAWN = new PastRoute(AsPath.EMPTY, Came.WITHDRAWN);

  /** How it came into BGP (RFC 4271 section 5.1.1); in the order in which it is kept. */
  public enum Came {
    WITHDRAWN,
    IGP,
    EGP,
    INCOMPLETE,
    UNTOLD
  }

  public boolean isThere() {
    return came != Came.WITHDRAWN;
  }
}
