package tenbin.wire.bgp;

import java.util.List;

/** What a speaker says that it can do (RFC 5492 and the registry of capability codes). */
public sealed interface Capability {
  /** Routes of a family (RFC 4760 section 8). */
  record Multiprotocol(AfiSafi family) implements Capability {}

  /** All routes once more when asked (RFC 2918). */
  record Refresh() implements Capability {}

  /** The same with a begin and an end (RFC 7313). */
  record EnhancedRefresh() implements Capability {}

  /** AS numbers of four octets, and its own (RFC 6793). */
  record FourOctetAs(long asn) implements Capability {}

  /** Messages of up to 65,535 octets (RFC 8654). */
  record ExtendedMessage() implements Capability {}

  /**
   * Its routes stay valid while it restarts (RFC 4724, 8538).
   *
   * @param restarted whether it has just done so
   * @param notifying whether they stay after a NOTIFICATION too
   * @param seconds how long it takes at most
   * @param families whose routes it keeps
   */
  record GracefulRestart(boolean restarted, boolean notifying, int seconds, List<Kept> families)
      implements Capability {
    public GracefulRestart {
      families = List.copyOf(families);
    }
  }

  /**
   * A family of graceful restart.
   *
   * @param forwarding whether packets still went the old way while it restarted
   */
  record Kept(AfiSafi family, boolean forwarding) {}

  /** Several paths to a prefix (RFC 7911). */
  record AddPath(List<Paths> families) implements Capability {
    public AddPath {
      families = List.copyOf(families);
    }
  }

  /**
   * A family of ADD-PATH.
   *
   * @param mode 1 takes several, 2 tells several, 3 both
   */
  record Paths(AfiSafi family, int mode) {
    boolean takes() {
      return (mode & 1) != 0;
    }

    boolean tells() {
      return (mode & 2) != 0;
    }
  }

  /** What it is to the other (RFC 9234 section 4.1). */
  record Role(int number) implements Capability {
    /** "provider". */
    @Override
    public String toString() {
      return switch (number) {
        case 0 -> "provider";
        case 1 -> "route server";
        case 2 -> "client of a route server";
        case 3 -> "customer";
        case 4 -> "peer";
        default -> "role " + number;
      };
    }
  }

  /** One that is not looked into, in hexadecimal digits. */
  record Other(int code, String octets) implements Capability {}
}
