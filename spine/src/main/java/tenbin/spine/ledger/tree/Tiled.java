package tenbin.spine.ledger.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every whole subtree out of a tree's tiles and its edge. Remembers what it read, so make one for
 * each proof. For one thread.
 */
public final class Tiled implements Nodes {
  private final Source source;
  private final Hasher hasher = new Hasher();
  private final Map<Long, List<Hash>> read = new HashMap<>();

  /** Where tiles are kept. */
  @FunctionalInterface
  public interface Source {
    /** The hashes of a tile, fewer than 256 at the tree's edge. */
    List<Hash> tile(int level, long index);
  }

  public Tiled(Source source) {
    this.source = source;
  }

  @Override
  public Hash at(int level, long index) {
    int tileLevel = level / Growth.HEIGHT;
    int inside = level % Growth.HEIGHT;
    long first = index << inside;
    List<Hash> tile =
        read.computeIfAbsent(
            (first / Growth.WIDTH << Growth.HEIGHT) + tileLevel,
            key -> source.tile(tileLevel, first / Growth.WIDTH));
    int from = (int) (first % Growth.WIDTH);
    return Growth.rootOf(hasher, tile.subList(from, from + (1 << inside)));
  }
}
