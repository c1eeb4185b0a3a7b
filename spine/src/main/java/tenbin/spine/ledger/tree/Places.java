package tenbin.spine.ledger.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree of a fixed depth in which each party has a place. Places that nobody has hold hashes made
 * with a key, so a path tells its reader neither how many have a place nor where; every path is as
 * long as every other. Immutable once built.
 */
public final class Places {
  /** 2^20 places: a million parties; a path has 640 bytes. */
  public static final int DEPTH = 20;

  public static final int COUNT = 1 << DEPTH;

  private final byte[] key;
  private final List<Map<Integer, Hash>> levels = new ArrayList<>();
  private final Hasher hasher = new Hasher();

  /**
   * The tree over what stands at the places.
   *
   * @param taken the hash at each place that is taken
   * @param key makes the hashes at the others: a new one each time, or a path tells what changed
   */
  public Places(Map<Integer, Hash> taken, byte[] key) {
    this.key = key.clone();
    levels.add(Map.copyOf(taken));
    for (int level = 0; level < DEPTH; level++) {
      Map<Integer, Hash> above = new HashMap<>();
      for (int index : levels.get(level).keySet()) {
        above.computeIfAbsent(index >> 1, parent -> above(parent));
      }
      levels.add(above);
    }
  }

  private Hash above(int parent) {
    int level = levels.size() - 1;
    return hasher.node(at(level, parent << 1), at(level, parent << 1 | 1));
  }

  private Hash at(int level, int index) {
    Hash taken = levels.get(level).get(index);
    return taken != null ? taken : nobody(level, index);
  }

  private Hash nobody(int level, int index) {
    return hasher.plain(key, ByteBuffer.allocate(8).putInt(level).putInt(index).array());
  }

  public synchronized Hash root() {
    return at(DEPTH, 0);
  }

  /** The siblings from a place upwards. */
  public synchronized List<Hash> path(int place) {
    List<Hash> path = new ArrayList<>(DEPTH);
    for (int level = 0; level < DEPTH; level++) {
      path.add(at(level, place >> level ^ 1));
    }
    return path;
  }

  /** The root that a path leads to; empty when it is not as long as all are. */
  public static Optional<Hash> rootOf(Hash standing, int place, List<Hash> path) {
    return path.size() == DEPTH && place >= 0 && place < COUNT
        ? Proof.ofLeaf(standing, place, COUNT, path)
        : Optional.empty();
  }
}
