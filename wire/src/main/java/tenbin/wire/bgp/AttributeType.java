package tenbin.wire.bgp;

import static tenbin.wire.bgp.Lengths.ANY;
import static tenbin.wire.bgp.Lengths.atLeast;
import static tenbin.wire.bgp.Lengths.exactly;
import static tenbin.wire.bgp.Lengths.listOf;
import static tenbin.wire.bgp.Treatment.ATTRIBUTE_DISCARD;
import static tenbin.wire.bgp.Treatment.SESSION_RESET;
import static tenbin.wire.bgp.Treatment.TREAT_AS_WITHDRAW;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registry of path attributes (IANA, BGP Parameters): number, the flags that it must have, how
 * long its value is, and what it costs when it is broken.
 */
public enum AttributeType {
  ORIGIN(1, Bits.WELL_KNOWN, exactly(1), TREAT_AS_WITHDRAW), // RFC 7606 section 7.1
  AS_PATH(2, Bits.WELL_KNOWN, ANY, TREAT_AS_WITHDRAW), // section 7.2
  NEXT_HOP(3, Bits.WELL_KNOWN, exactly(4), TREAT_AS_WITHDRAW), // section 7.3
  MULTI_EXIT_DISC(4, Bits.LOCAL, exactly(4), TREAT_AS_WITHDRAW), // section 7.4
  LOCAL_PREF(5, Bits.WELL_KNOWN, exactly(4), TREAT_AS_WITHDRAW), // section 7.5
  ATOMIC_AGGREGATE(6, Bits.WELL_KNOWN, exactly(0), ATTRIBUTE_DISCARD), // section 7.6
  AGGREGATOR(7, Bits.TRANSITIVE, new Lengths(6, 8, 2), ATTRIBUTE_DISCARD), // section 7.7
  COMMUNITIES(8, Bits.TRANSITIVE, listOf(4), TREAT_AS_WITHDRAW), // section 7.8
  ORIGINATOR_ID(9, Bits.LOCAL, exactly(4), TREAT_AS_WITHDRAW), // section 7.9
  CLUSTER_LIST(10, Bits.LOCAL, listOf(4), TREAT_AS_WITHDRAW), // section 7.10
  DPA(11, Bits.TRANSITIVE, ANY, ATTRIBUTE_DISCARD), // RFC 6938
  ADVERTISER(12, Bits.LOCAL, ANY, ATTRIBUTE_DISCARD), // RFC 6938
  RCID_PATH(13, Bits.LOCAL, ANY, ATTRIBUTE_DISCARD), // RFC 6938
  MP_REACH_NLRI(14, Bits.LOCAL, atLeast(5), SESSION_RESET), // RFC 7606 section 7.11
  MP_UNREACH_NLRI(15, Bits.LOCAL, atLeast(3), SESSION_RESET), // section 7.12
  EXTENDED_COMMUNITIES(16, Bits.TRANSITIVE, listOf(8), TREAT_AS_WITHDRAW), // section 7.14
  AS4_PATH(17, Bits.TRANSITIVE, atLeast(6), ATTRIBUTE_DISCARD), // RFC 6793 section 6
  AS4_AGGREGATOR(18, Bits.TRANSITIVE, exactly(8), ATTRIBUTE_DISCARD), // RFC 6793 section 6
  SAFI_SPECIFIC(19, Bits.TRANSITIVE, ANY, ATTRIBUTE_DISCARD), // deprecated
  CONNECTOR(20, Bits.TRANSITIVE, ANY, ATTRIBUTE_DISCARD), // RFC 6037, deprecated
  AS_PATHLIMIT(21, Bits.TRANSITIVE, exactly(5), ATTRIBUTE_DISCARD), // deprecated
  PMSI_TUNNEL(22, Bits.TRANSITIVE, atLeast(5), TREAT_AS_WITHDRAW), // RFC 6514 section 5
  TUNNEL_ENCAPSULATION(23, Bits.TRANSITIVE, atLeast(4), TREAT_AS_WITHDRAW), // RFC 9012 section 13
  TRAFFIC_ENGINEERING(24, Bits.LOCAL, ANY, TREAT_AS_WITHDRAW), // RFC 7606 section 7.13
  IPV6_EXTENDED_COMMUNITIES(25, Bits.TRANSITIVE, listOf(20), TREAT_AS_WITHDRAW), // section 7.15
  AIGP(26, Bits.LOCAL, atLeast(3), ATTRIBUTE_DISCARD), // RFC 7311 section 3.2
  PE_DISTINGUISHER_LABELS(27, Bits.TRANSITIVE, ANY, TREAT_AS_WITHDRAW), // RFC 6514 section 8
  ENTROPY_LABEL_CAPABILITY(28, Bits.TRANSITIVE, ANY, ATTRIBUTE_DISCARD), // RFC 7447, deprecated
  BGP_LS(29, Bits.LOCAL, ANY, ATTRIBUTE_DISCARD), // RFC 9552 section 8.2.2
  BGPSEC_PATH(33, Bits.LOCAL, ANY, TREAT_AS_WITHDRAW), // RFC 8205 section 5.2
  COMMUNITY_CONTAINER(34, Bits.TRANSITIVE, ANY, TREAT_AS_WITHDRAW),
  ONLY_TO_CUSTOMER(35, Bits.TRANSITIVE, exactly(4), TREAT_AS_WITHDRAW), // RFC 9234 section 5
  D_PATH(36, Bits.TRANSITIVE, ANY, TREAT_AS_WITHDRAW),
  SERVICE_FUNCTION_PATH(37, Bits.TRANSITIVE, ANY, TREAT_AS_WITHDRAW), // RFC 9015
  BFD_DISCRIMINATOR(38, Bits.TRANSITIVE, atLeast(5), ATTRIBUTE_DISCARD), // RFC 9026
  PREFIX_SID(40, Bits.TRANSITIVE, atLeast(3), ATTRIBUTE_DISCARD), // RFC 8669 section 6
  LARGE_COMMUNITIES(32, Bits.TRANSITIVE, listOf(12), TREAT_AS_WITHDRAW), // RFC 8092 section 6
  ATTR_SET(128, Bits.TRANSITIVE, atLeast(4), TREAT_AS_WITHDRAW); // RFC 7606 section 7.16

  /** The two flags that an attribute's kind settles (RFC 4271 section 4.3). */
  private static final class Bits {
    static final int WELL_KNOWN = 0x40;
    static final int LOCAL = 0x80;
    static final int TRANSITIVE = 0xc0;
  }

  private static final int KIND = 0xc0;
  private static final @Nullable AttributeType[] BY_NUMBER = new AttributeType[256];

  static {
    for (AttributeType each : values()) {
      BY_NUMBER[each.number] = each;
    }
  }

  private final int number;
  private final int bits;

  @SuppressWarnings("ImmutableEnumChecker") // A record of three numbers.
  private final Lengths lengths;

  private final Treatment treatment;

  AttributeType(int number, int bits, Lengths lengths, Treatment treatment) {
    this.number = number;
    this.bits = bits;
    this.lengths = lengths;
    this.treatment = treatment;
  }

  /** The registered one of a number. */
  public static Optional<AttributeType> of(int number) {
    return Optional.ofNullable(BY_NUMBER[number]);
  }

  public int number() {
    return number;
  }

  /** What it costs when its value is broken. */
  public Treatment treatment() {
    return treatment;
  }

  boolean hasFlags(int flags) {
    return (flags & KIND) == bits;
  }

  boolean fits(int octets) {
    return lengths.fits(octets);
  }

  /** Whether it says nothing when it comes from another AS (RFC 7606 sections 7.5, 7.9, 7.10). */
  boolean isInternal() {
    return this == LOCAL_PREF || this == ORIGINATOR_ID || this == CLUSTER_LIST;
  }

  /** Whether numbers of four octets make it needless (RFC 6793 section 4.1). */
  boolean isAround() {
    return this == AS4_PATH || this == AS4_AGGREGATOR;
  }
}
