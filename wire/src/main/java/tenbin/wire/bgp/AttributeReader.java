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
  private static final int AS_TRANS = 23_456; // RFC 6793 section 3

  private final AsWidth width;
  private final IdsOf ids;
  private final boolean[] seen = new boolean[256];
  private Optional<Origin> origin = Optional.empty();
  private AsPath path = AsPath.EMPTY;
  private Optional<AsPath> widePath = Optional.empty();
  private Optional<Address> nextHop = Optional.empty();
  private OptionalLong med = OptionalLong.empty();
  private OptionalLong localPref = OptionalLong.empty();
  private boolean atomic;
  private Optional<Aggregator> aggregator = Optional.empty();
  private Optional<Aggregator> wideAggregator = Optional.empty();
  private final List<Community> communities = new ArrayList<>();
  private final List<LargeCommunity> large = new ArrayList<>();
  private final List<Multi> reach = new ArrayList<>();
  private final List<Multi> unreach = new ArrayList<>();
  private OptionalLong onlyToCustomer = OptionalLong.empty();
  private final List<Raw> others = new ArrayList<>();

  AttributeReader(AsWidth width, PathIds ids) {
    this(width, ids == PathIds.NONE ? IdsOf.NOWHERE : IdsOf.EVERYWHERE);
  }

  AttributeReader(AsWidth width, IdsOf ids) {
    this.width = width;
    this.ids = ids;
  }

  /** All that are left. */
  Attributes all(Octets in, MultiForm form) throws Malformed {
    while (in.hasMore()) {
      int flags = in.u8();
      int type = in.u8();
      int length = (flags & EXTENDED) == 0 ? in.u8() : in.u16();
      Octets value = in.take(length);
      if (!seen[type]) {
        seen[type] = true;
        one(flags, type, value, form);
      }
    }
    return end();
  }

  /** The value of one attribute. */
  void one(int flags, int type, Octets value, MultiForm form) throws Malformed {
    switch (type) {
      case 1 -> origin = Optional.of(origin(value));
      case 2 -> path = AsPath.read(value, width);
      case 3 -> nextHop = Optional.of(value.address(Family.IPV4));
      case 4 -> med = OptionalLong.of(value.u32());
      case 5 -> localPref = OptionalLong.of(value.u32());
      case 6 -> atomic = true;
      case 7 -> aggregator = Optional.of(aggregator(value, width));
      case 8 -> {
        while (value.hasMore()) {
          communities.add(new Community(value.u16(), value.u16()));
        }
      }
      case 14 -> reach(value, form);
      case 15 -> unreach(value);
      case 17 -> widePath = Optional.of(AsPath.read(value, AsWidth.FOUR));
      case 18 -> wideAggregator = Optional.of(aggregator(value, AsWidth.FOUR));
      case 32 -> {
        while (value.hasMore()) {
          large.add(new LargeCommunity(value.u32(), value.u32(), value.u32()));
        }
      }
      case 35 -> onlyToCustomer = OptionalLong.of(value.u32());
      default -> others.add(new Raw(flags, type, HexFormat.of().formatHex(value.rest())));
    }
  }

  private static Origin origin(Octets value) throws Malformed {
    int code = value.u8();
    return code == 0 ? Origin.IGP : code == 1 ? Origin.EGP : Origin.INCOMPLETE;
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
      reach.add(new Multi(family, 1, hop(hop), List.of()));
      return;
    }
    int afi = value.u16();
    int safi = value.u8();
    Octets hop = value.take(value.u8());
    value.skip(1);
    Optional<Family> family = Family.of(afi);
    if (family.isPresent() && isPlain(safi)) {
      List<Reach> routes = Reach.all(value, family.get(), ids.of(afi, safi));
      reach.add(new Multi(family.get(), safi, hop(hop), routes));
    } else {
      others.add(new Raw(0, 14, afi + "/" + safi + " " + HexFormat.of().formatHex(value.rest())));
    }
  }

  /** Families whose prefixes are prefixes and nothing before them. */
  private static boolean isPlain(int safi) {
    return safi >= 1 && safi <= 3;
  }

  /** The global address; a second, link-local one says nothing to anybody else. */
  private static Optional<Address> hop(Octets hop) throws Malformed {
    return switch (hop.left()) {
      case 0 -> Optional.empty();
      case 4 -> Optional.of(hop.address(Family.IPV4));
      case 16, 32 -> Optional.of(hop.address(Family.IPV6));
      default -> throw new Malformed(hop.at(), "next hop of " + hop.left() + " octets");
    };
  }

  private void unreach(Octets value) throws Malformed {
    int afi = value.u16();
    int safi = value.u8();
    Optional<Family> family = Family.of(afi);
    if (family.isPresent() && isPlain(safi)) {
      List<Reach> routes = Reach.all(value, family.get(), ids.of(afi, safi));
      unreach.add(new Multi(family.get(), safi, Optional.empty(), routes));
    } else {
      others.add(new Raw(0, 15, afi + "/" + safi + " " + HexFormat.of().formatHex(value.rest())));
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
        merged,
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
        others);
  }

  /** An aggregator that is known without AS_TRANS outdates both (RFC 6793 section 4.2.3). */
  private boolean isMarked() {
    return width == AsWidth.TWO
        && aggregator.filter(each -> each.asn().number() != AS_TRANS).isEmpty();
  }
}
