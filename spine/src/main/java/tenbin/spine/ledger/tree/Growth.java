package tenbin.spine.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The growing edge of a tree: takes leaves and says which tiles are full. A tile is 256 hashes that
 * lie beside each other on a level that is a multiple of eight, with the root over them; together
 * they hold every whole subtree of 2^8, 2^16 ... leaves, and the smaller ones are worked out of one
 * tile. Memory: at most 255 hashes a level. For one thread at a time.
 */
public final class Growth {
  /** Levels in a tile. */
  public static final int HEIGHT = 8;

  /** Hashes in a tile. */
  public static final int WIDTH = 1 << HEIGHT;

  private final Hasher hasher = new Hasher();
  private final List<List<Hash>> edges = new ArrayList<>();
  private final List<Hash> peaks = new ArrayList<>();
  private long size;

  /**
   * A full tile.
   *
   * @param level 0 holds leaves, 1 the roots of tiles of level 0 ...
   * @param index among those of its level
   * @param root over its hashes
   * @param hashes 256
   */
  public record Tile(int level, long index, Hash root, List<Hash> hashes) {
    public Tile {
      hashes = List.copyOf(hashes);
    }
  }

  /** Where the hashes at the edge are kept. */
  @FunctionalInterface
  public interface Edges {
    /** So many hashes of a tile level, beginning with that one. */
    List<Hash> of(int tileLevel, long from, int count);
  }

  /** A tree without leaves. */
  public Growth() {}

  /** A tree that has grown before, with the hashes of each level that fill no tile yet. */
  public static Growth at(long size, Edges kept) {
    Growth growth = new Growth();
    growth.size = size;
    for (int level = 0; size >> (HEIGHT * level) > 0; level++) {
      long there = size >> (HEIGHT * level);
      int count = (int) (there % WIDTH);
      List<Hash> edge = count == 0 ? List.of() : kept.of(level, there - count, count);
      growth.edge(level).addAll(edge);
      growth.restorePeaks(level, edge);
    }
    return growth;
  }

  private void restorePeaks(int level, List<Hash> edge) {
    int end = edge.size();
    for (int bit = 0; bit < HEIGHT; bit++) {
      boolean stands = (edge.size() >> bit & 1) == 1;
      int begin = stands ? end - (1 << bit) : end;
      peaks.add(stands ? rootOf(hasher, edge.subList(begin, end)) : hasher.empty());
      end = begin;
    }
    while (peaks.size() < (level + 1) * HEIGHT) {
      peaks.add(hasher.empty());
    }
  }

  /** The root over a power of two of hashes. */
  static Hash rootOf(Hasher hasher, List<Hash> hashes) {
    List<Hash> row = hashes;
    while (row.size() > 1) {
      List<Hash> above = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        above.add(hasher.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }

  private List<Hash> edge(int level) {
    while (edges.size() <= level) {
      edges.add(new ArrayList<>());
    }
    return edges.get(level);
  }

  public long size() {
    return size;
  }

  /** Takes the next leaf; the tiles that it fills, lowest first: none for 255 of 256 leaves. */
  public List<Tile> add(Hash leaf) {
    List<Tile> full = List.of();
    edge(0).add(leaf);
    Hash hash = leaf;
    int level = 0;
    while ((size >> level & 1) == 1) {
      hash = hasher.node(peaks.get(level), hash);
      level++;
      if (level % HEIGHT == 0) {
        full = full.isEmpty() ? new ArrayList<>() : full;
        full.add(filled(level / HEIGHT - 1, hash));
      }
    }
    while (peaks.size() <= level) {
      peaks.add(hash);
    }
    peaks.set(level, hash);
    size++;
    return full;
  }

  private Tile filled(int level, Hash root) {
    Tile tile = new Tile(level, size >> (HEIGHT * (level + 1)), root, edge(level));
    edge(level).clear();
    edge(level + 1).add(root);
    return tile;
  }

  public Hash root() {
    Optional<Hash> root = Optional.empty();
    for (int level = 0; size >> level > 0; level++) {
      if ((size >> level & 1) == 1) {
        Hash peak = peaks.get(level);
        root = Optional.of(root.map(right -> hasher.node(peak, right)).orElse(peak));
      }
    }
    return root.orElseGet(hasher::empty);
  }
}
