package tenbin.wire.bgp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/**
 * What a route carries (RFC 4271 section 5 and the registry of path attributes).
 *
 * @param origin how it came into BGP; none where nothing is announced, or something is amiss
 * @param path merged with its numbers of four octets where the session had two (RFC 6793)
 * @param nextHop of plain IPv4 routes
 * @param med MULTI_EXIT_DISC
 * @param localPref LOCAL_PREF
 * @param atomicAggregate whether it stands for a more specific one that is not told
 * @param aggregator who put it together
 * @param communities RFC 1997, as they stand there
 * @param largeCommunities RFC 8092, as they stand there
 * @param reach routes of other families, and plain ones told that way
 * @param unreach such that are withdrawn
 * @param onlyToCustomer the AS that marked it (RFC 9234)
 * @param others every other attribute, as it stands there
 * @param leak whether it leaked to us, by the roles of the session that told it
 */
public record Attributes(
    Optional<Origin> origin,
    AsPath path,
    Optional<Address> nextHop,
    OptionalLong med,
    OptionalLong localPref,
    boolean atomicAggregate,
    Optional<Aggregator> aggregator,
    List<Community> communities,
    List<LargeCommunity> largeCommunities,
    List<Multi> reach,
    List<Multi> unreach,
    OptionalLong onlyToCustomer,
    List<Raw> others,
    Leak leak) {
  public Attributes {
    communities = List.copyOf(communities);
    largeCommunities = List.copyOf(largeCommunities);
    reach = List.copyOf(reach);
    unreach = List.copyOf(unreach);
    others = List.copyOf(others);
  }

  /** What the roles of a session say of a route (RFC 9234 section 5). */
  public enum Leak {
    /** Nothing: it has no roles, or they allow it. */
    UNSAID,
    /** Its mark says that whoever told it should not have. */
    BY_ROLE
  }

  /** The same, called a leak to us. */
  public Attributes leaked() {
    return with(reach, unreach, onlyToCustomer, Leak.BY_ROLE);
  }

  /** The same with the mark of an AS (RFC 9234). */
  public Attributes markedBy(long asn) {
    return with(reach, unreach, OptionalLong.of(asn), leak);
  }

  /** The same about other routes told with them (RFC 4760). */
  public Attributes with(List<Multi> announced, List<Multi> withdrawn) {
    return with(announced, withdrawn, onlyToCustomer, leak);
  }

  private Attributes with(
      List<Multi> announced, List<Multi> withdrawn, OptionalLong mark, Leak said) {
    return new Attributes(
        origin,
        path,
        nextHop,
        med,
        localPref,
        atomicAggregate,
        aggregator,
        communities,
        largeCommunities,
        announced,
        withdrawn,
        mark,
        others,
        said);
  }

  /** None at all. */
  public static final Attributes NONE = new AttributeReader(AsWidth.FOUR, PathIds.NONE).end();

  /** Those of a route of one's own IGP with a path, and nothing else. */
  public static Attributes of(AsPath path) {
    return new Attributes(
        Optional.of(Origin.IGP),
        path,
        NONE.nextHop,
        NONE.med,
        NONE.localPref,
        false,
        NONE.aggregator,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NONE.onlyToCustomer,
        List.of(),
        Leak.UNSAID);
  }

  /** How a route came into BGP (RFC 4271 section 5.1.1). */
  public enum Origin {
    IGP,
    EGP,
    INCOMPLETE
  }

  /** Who aggregated a route. */
  public record Aggregator(Asn asn, Address address) {}

  /** A community of RFC 1997; those that it names itself are written by their names. */
  public record Community(int high, int low) {
    private static final int WELL_KNOWN = 0xffff;

    @Override
    public String toString() {
      if (high != WELL_KNOWN) {
        return high + ":" + low;
      }
      return switch (low) {
        case 0xff01 -> "no-export";
        case 0xff02 -> "no-advertise";
        case 0xff03 -> "local-AS";
        default -> high + ":" + low;
      };
    }
  }

  /** A community of RFC 8092. */
  public record LargeCommunity(long global, long first, long second) {
    @Override
    public String toString() {
      return global + ":" + first + ":" + second;
    }
  }

  /**
   * Routes of one family (RFC 4760).
   *
   * @param family of the prefixes
   * @param safi 1 unicast, 2 multicast
   * @param nextHop none where they are withdrawn, or where a table leaves it out
   * @param routes which
   */
  public record Multi(Family family, int safi, Optional<Address> nextHop, List<Reach> routes) {
    public Multi {
      routes = List.copyOf(routes);
    }
  }

  /**
   * An attribute that is not looked into.
   *
   * @param flags RFC 4271 section 4.3
   * @param type its number in the registry
   * @param octets in hexadecimal digits
   */
  public record Raw(int flags, int type, String octets) {
    /** "16 c0 0002...": type, flags and octets. */
    @Override
    public String toString() {
      return type + " " + Integer.toHexString(flags) + " " + octets;
    }
  }
}
