package tenbin.spine.ledger.tree;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Where proofs lead to: whoever holds the root that it has to be compares. */
public final class Proof {
  private Proof() {}

  /**
   * The root that a leaf's path leads to (RFC 9162 section 2.1.3.2).
   *
   * @return empty when the path is not as long as that leaf's in a tree of that size
   */
  public static Optional<Hash> ofLeaf(Hash leaf, long index, long size, List<Hash> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    Hasher hasher = new Hasher();
    long node = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        root = hasher.node(sibling, root);
        int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        root = hasher.node(root, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  /** Whether a tree of a size and root grew out of a smaller one (RFC 9162 section 2.1.4.2). */
  public static boolean grew(long before, Hash rootBefore, long size, Hash root, List<Hash> path) {
    if (before < 1 || before > size) {
      return false;
    }
    if (before == size) {
      return path.isEmpty() && rootBefore.equals(root);
    }
    boolean whole = Long.bitCount(before) == 1;
    Iterator<Hash> steps = path.iterator();
    if (!whole && !steps.hasNext()) {
      return false;
    }
    Hash first = whole ? rootBefore : steps.next();
    return new Growing(before, size, first).follow(steps, rootBefore, root);
  }

  /** Both roots, put together from the same path. */
  private static final class Growing {
    private final Hasher hasher = new Hasher();
    private long node;
    private long last;
    private Hash old;
    private Hash grown;

    Growing(long before, long size, Hash first) {
      int up = Long.numberOfTrailingZeros(before);
      this.node = (before - 1) >> up;
      this.last = (size - 1) >> up;
      this.old = first;
      this.grown = first;
    }

    boolean follow(Iterator<Hash> steps, Hash rootBefore, Hash root) {
      while (steps.hasNext()) {
        if (last == 0) {
          return false;
        }
        step(steps.next());
      }
      return last == 0 && old.equals(rootBefore) && grown.equals(root);
    }

    private void step(Hash sibling) {
      if ((node & 1) == 1 || node == last) {
        old = hasher.node(sibling, old);
        grown = hasher.node(sibling, grown);
        int up = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        grown = hasher.node(grown, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
  }

  /**
   * The root of a tree of which a run of leaves and what lies beside it are known.
   *
   * @return empty when there are not as many hashes beside it as there must be
   */
  public static Optional<Hash> ofRun(List<Hash> leaves, long from, long size, List<Hash> beside) {
    if (from < 0 || leaves.size() > size - from) {
      return Optional.empty();
    }
    if (size == 0) {
      return beside.isEmpty() ? Optional.of(new Hasher().empty()) : Optional.empty();
    }
    Run run = new Run(leaves, from, beside.iterator());
    Hash root = run.hash(0, size);
    return run.missing || run.beside.hasNext() ? Optional.empty() : Optional.of(root);
  }

  private static final class Run {
    private final Hasher hasher = new Hasher();
    private final List<Hash> leaves;
    private final long from;
    private final Iterator<Hash> beside;
    private boolean missing;

    Run(List<Hash> leaves, long from, Iterator<Hash> beside) {
      this.leaves = leaves;
      this.from = from;
      this.beside = beside;
    }

    Hash hash(long begin, long end) {
      if (missing || end <= from || begin >= from + leaves.size()) {
        return next();
      }
      if (end - begin == 1) {
        return leaves.get((int) (begin - from));
      }
      long middle = begin + MerkleTree.split(end - begin);
      return hasher.node(hash(begin, middle), hash(middle, end));
    }

    private Hash next() {
      missing |= !beside.hasNext();
      return missing ? hasher.empty() : beside.next();
    }
  }
}
