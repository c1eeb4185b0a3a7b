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

  /** How it came into BGP (RFC 4271 section 5.1.1). */
  public enum Came {
    WITHDRAWN(0),
    IGP(1),
    EGP(2),
    INCOMPLETE(3),
    UNTOLD(4);

    /** As it is kept. */
    private final int code;

    Came(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Came of(int code) throws Damaged {
      for (Came each : values()) {
        if (each.code == code) {
          return each;
        }
      }
      throw new Damaged("a route of kind " + code);
    }
  }

  public boolean isThere() {
    return came != Came.WITHDRAWN;
  }
}
