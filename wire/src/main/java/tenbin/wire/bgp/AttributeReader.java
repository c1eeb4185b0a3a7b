package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.Attributes.Aggregator;
import tenbin.wire.bgp.Attributes.Community;
import tenbin.wire.bgp.Attributes.LargeCommunity;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Attributes.Origin;
import tenbin.wire.bgp.Attributes.Raw;

/** Reads one block of path attributes. Of an attribute that comes twice the first counts. */
final class AttributeReader {
  private static final int EXTENDED = 0x10;
  private static final long[] NONE_BEHIND = {};
  private static final Optional<Origin> IGP = Optional.of(Origin.IGP);
  private static final Optional<Origin> EGP = Optional.of(Origin.EGP);
  private static final Optional<Origin> INCOMPLETE = Optional.of(Origin.INCOMPLETE);
  private static final int AS_TRANS = 23_456; // RFC 6793 section 3

  private final AsWidth width;
  private final IdsOf ids;
  private long seen;
  private long[] seenBehind = NONE_BEHIND;
  private AttributeParts parts = AttributeParts.FRESH;
  private Optional<Origin> origin = Optional.empty();
  private AsPath path = AsPath.EMPTY;
  private Optional<AsPath> widePath = Optional.empty();
  private Optional<Address> nextHop = Optional.empty();
  private OptionalLong med = OptionalLong.empty();
  private OptionalLong localPref = OptionalLong.empty();
  private boolean atomic;
  private Optional<Aggregator> aggregator = Optional.empty();
  private Optional<Aggregator> wideAggregator = Optional.empty();
  private List<Community> communities = List.of();
  private List<LargeCommunity> large = List.of();
  private List<Multi> reach = List.of();
  private List<Multi> unreach = List.of();
  private OptionalLong onlyToCustomer = OptionalLong.empty();
  private List<Raw> others = List.of();

  AttributeReader(AsWidth width, PathIds ids) {
    this(width, ids == PathIds.NONE ? IdsOf.NOWHERE : IdsOf.EVERYWHERE);
  }

  AttributeReader(AsWidth width, IdsOf ids) {
    this.width = width;
    this.ids = ids;
  }

  /** With what other blocks have said. */
  AttributeReader with(AttributeParts some) {
    parts = some;
    return this;
  }

  /** All that are left. */
  Attributes all(Octets in, MultiForm form) throws Malformed {
    while (in.hasMore()) {
      int flags = in.u8();
      int type = in.u8();
      int length = (flags & EXTENDED) == 0 ? in.u8() : in.u16();
      int end = in.narrow(length);
      if (isFirst(type)) {
        one(flags, type, in, form);
      }
      in.widen(end);
    }
    return end();
  }

  private boolean isFirst(int type) {
    long bit = 1L << type;
    if (type < Long.SIZE) {
      boolean first = (seen & bit) == 0;
      seen |= bit;
      return first;
    }
    if (seenBehind.length == 0) {
      seenBehind = new long[256 / Long.SIZE];
    }
    boolean first = (seenBehind[type / Long.SIZE] & bit) == 0;
    seenBehind[type / Long.SIZE] |= bit;
    return first;
  }

  /** The value of one attribute. */
  void one(int flags, int type, Octets value, MultiForm form) throws Malformed {
    switch (type) {
      case 1 -> origin = origin(value);
      case 2 -> path = AsPath.read(value, width);
      case 3 -> nextHop = parts.hop(value.i32());
      case 4 -> med = OptionalLong.of(value.u32());
      case 5 -> localPref = OptionalLong.of(value.u32());
      case 6 -> atomic = true;
      case 7 -> aggregator = Optional.of(aggregator(value, width));
      case 8 -> communities = parts.communities(value);
      case 14 -> reach(value, form);
      case 15 -> unreach(value);
      case 17 -> widePath = Optional.of(AsPath.read(value, AsWidth.FOUR));
      case 18 -> wideAggregator = Optional.of(aggregator(value, AsWidth.FOUR));
      case 32 -> large = parts.large(value);
      case 35 -> onlyToCustomer = OptionalLong.of(value.u32());
      default ->
          others = plus(others, new Raw(flags, type, HexFormat.of().formatHex(value.rest())));
    }
  }

  private static Optional<Origin> origin(Octets value) throws Malformed {
    int code = value.u8();
    return code == 0 ? IGP : code == 1 ? EGP : INCOMPLETE;
  }

  private static Aggregator aggregator(Octets value, AsWidth width) throws Malformed {
    AsWidth told = value.left() == 8 ? AsWidth.FOUR : value.left() == 6 ? AsWidth.TWO : width;
    return new Aggregator(new Asn(told.read(value) & 0xffff_ffffL), value.address(Family.IPV4));
  }

  private void reach(Octets value, MultiForm form) throws Malformed {
    // A table tells the next hop alone (RFC 6396 section 4.3.4); some write the whole attribute,
    // which begins with a zero because families have small numbers.
    if (form == MultiForm.NEXT_HOP_ALONE && value.peek() != 0) {
      int length = value.u8();
      Octets hop = value.take(length);
      Family family = length == 4 ? Family.IPV4 : Family.IPV6;
      reach = plus(reach, new Multi(family, 1, parts.hop(hop), List.of()));
      return;
    }
    int afi = value.u16();
    int safi = value.u8();
    Octets hop = value.take(value.u8());
    value.skip(1);
    Optional<Family> family = Family.of(afi);
    if (family.isPresent() && isPlain(safi)) {
      List<Reach> routes = Reach.all(value, family.get(), ids.of(afi, safi));
      reach = plus(reach, new Multi(family.get(), safi, parts.hop(hop), routes));
    } else {
      others =
          plus(
              others,
              new Raw(0, 14, afi + "/" + safi + " " + HexFormat.of().formatHex(value.rest())));
    }
  }

  /** Most blocks have none, and nearly all others one. */
  private static <T> List<T> plus(List<T> some, T one) {
    if (some.isEmpty()) {
      return List.of(one);
    }
    List<T> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  /** Families whose prefixes are prefixes and nothing before them. */
  private static boolean isPlain(int safi) {
    return safi >= 1 && safi <= 3;
  }

  private void unreach(Octets value) throws Malformed {
    int afi = value.u16();
    int safi = value.u8();
    Optional<Family> family = Family.of(afi);
    if (family.isPresent() && isPlain(safi)) {
      List<Reach> routes = Reach.all(value, family.get(), ids.of(afi, safi));
      unreach = plus(unreach, new Multi(family.get(), safi, Optional.empty(), routes));
    } else {
      others =
          plus(
              others,
              new Raw(0, 15, afi + "/" + safi + " " + HexFormat.of().formatHex(value.rest())));
    }
  }

  /** What was read. Numbers of four octets count where the session had two (RFC 6793). */
  Attributes end() {
    AsPath merged =
        width == AsWidth.TWO && widePath.isPresent() && isMarked()
            ? path.mergedWith(widePath.get())
            : path;
    Optional<Aggregator> by =
        wideAggregator.isPresent() && isMarked() ? wideAggregator : aggregator;
    return new Attributes(
        origin,
        parts.path(merged),
        nextHop,
        med,
        localPref,
        atomic,
        by,
        communities,
        large,
        reach,
        unreach,
        onlyToCustomer,
        others,
        Attributes.Leak.UNSAID);
  }

  /** An aggregator that is known without AS_TRANS outdates both (RFC 6793 section 4.2.3). */
  private boolean isMarked() {
    return width == AsWidth.TWO
        && aggregator.filter(each -> each.asn().number() != AS_TRANS).isEmpty();
  }
}
