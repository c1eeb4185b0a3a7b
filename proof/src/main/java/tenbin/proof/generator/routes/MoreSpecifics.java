package tenbin.proof.generator.routes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/** Parts of blocks of IPv4, drawn, none of them in the table. */
final class MoreSpecifics {
  private static final int LONGEST = 24;
  private static final int MOST_TRIES = 40;

  private final World world;
  private final Set<Prefix> drawn = new LinkedHashSet<>();

  MoreSpecifics(World world) {
    this(world, Set.of());
  }

  /** None of which is one of these either. */
  MoreSpecifics(World world, Set<Prefix> others) {
    this.world = world;
    drawn.addAll(others);
  }

  /** So many parts of the blocks, at least /24 each; fewer where there are not so many. */
  List<Prefix> of(List<Prefix> blocks, int count) {
    Set<Prefix> parts = new LinkedHashSet<>();
    List<Prefix> large = blocks.stream().filter(MoreSpecifics::hasParts).toList();
    for (int tries = 0;
        !large.isEmpty() && parts.size() < count && tries < MOST_TRIES * count;
        tries++) {
      Prefix block = large.get(world.random.nextInt(large.size()));
      Prefix part = part(block, length(block));
      if (!world.origins.containsKey(part) && drawn.add(part)) {
        parts.add(part);
      }
    }
    return List.copyOf(parts);
  }

  /** Whether parts of it are ever announced. */
  static boolean hasParts(Prefix block) {
    return block.isV4() && block.length() < LONGEST;
  }

  /** Mostly /24. */
  private int length(Prefix block) {
    int room = LONGEST - block.length();
    return world.random.nextInt(4) > 0 ? LONGEST : block.length() + 1 + world.random.nextInt(room);
  }

  private Prefix part(Prefix block, int length) {
    int inside = world.random.nextInt(1 << length - block.length()) << 32 - length;
    return Prefix.around(Address.ofV4(block.first().v4Bits() | inside), length);
  }

  /** So many of each network's own blocks, so that all together are as many as wanted. */
  Map<Long, List<Prefix>> ofAll(List<Long> networks, int count) {
    Map<Long, List<Prefix>> parts = new LinkedHashMap<>();
    int left = count;
    for (int i = 0; i < networks.size(); i++) {
      int share = Math.ceilDiv(left, networks.size() - i);
      List<Prefix> some = of(world.prefixes(networks.get(i)), share);
      left -= some.size();
      if (!some.isEmpty()) {
        parts.put(networks.get(i), some);
      }
    }
    return parts;
  }
}
