package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Address;
import tenbin.wire.bgp.Attributes.Community;
import tenbin.wire.bgp.Attributes.LargeCommunity;

/** Values that many blocks of attributes share: communities and next hops. For one thread. */
final class AttributeParts {
  /** Reads each time; for any thread. */
  static final AttributeParts FRESH = new AttributeParts(0, null);

  /** Twelve peers have some 1,200 sets of communities. */
  private static final int MOST_PLACES = 1 << 11;

  private static final int MOST_OCTETS = 64;

  /** Of one collector's peers. */
  private static final int MOST_HOPS = 1 << 8;

  private final OctetMemo<List<Community>> communities;
  private final OctetMemo<List<LargeCommunity>> large;
  private final OctetMemo<Optional<Address>> hops;
  private final HopMemo near;
  private final @Nullable PathMemo paths;

  private AttributeParts(int places, @Nullable PathMemo paths) {
    communities = new OctetMemo<>(places, MOST_OCTETS);
    large = new OctetMemo<>(places, MOST_OCTETS);
    hops = new OctetMemo<>(places, MOST_OCTETS);
    near = new HopMemo(Math.min(places, MOST_HOPS));
    this.paths = paths;
  }

  /** With a memory of a quarter of a megabyte of octets, and what they say. */
  static AttributeParts remembered() {
    return new AttributeParts(MOST_PLACES, null);
  }

  /** The same, with paths that others know. */
  static AttributeParts remembered(PathMemo paths) {
    return new AttributeParts(MOST_PLACES, paths);
  }

  /** The same path, as an object that came before if it did. */
  AsPath path(AsPath path) {
    return paths == null ? path : paths.of(path);
  }

  List<Community> communities(Octets value) throws Malformed {
    return communities.read(
        value,
        in -> {
          List<Community> all = new ArrayList<>(in.left() / 4);
          while (in.hasMore()) {
            all.add(new Community(in.u16(), in.u16()));
          }
          return List.copyOf(all);
        });
  }

  List<LargeCommunity> large(Octets value) throws Malformed {
    return large.read(
        value,
        in -> {
          List<LargeCommunity> all = new ArrayList<>(in.left() / 12);
          while (in.hasMore()) {
            all.add(new LargeCommunity(in.u32(), in.u32(), in.u32()));
          }
          return List.copyOf(all);
        });
  }

  /** The next hop of an IPv4 route. */
  Optional<Address> hop(int bits) {
    return near.hop(bits);
  }

  /** The global address; a second, link-local one says nothing to anybody else. */
  Optional<Address> hop(Octets value) throws Malformed {
    return hops.read(
        value,
        in ->
            switch (in.left()) {
              case 0 -> Optional.empty();
              case 4 -> Optional.of(in.address(Family.IPV4));
              case 16, 32 -> Optional.of(in.address(Family.IPV6));
              default -> throw new Malformed(in.at(), "next hop of " + in.left() + " octets");
            });
  }
}
