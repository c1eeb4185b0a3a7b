package tenbin.spine.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree of a size and what it proves, in the shapes of RFC 9162 section 2.1. It holds no
 * hashes itself: a proof asks for some thirty of the whole subtrees below it, however large the
 * tree is. For one thread.
 */
public final class MerkleTree {
  private final Nodes nodes;
  private final long size;
  private final Hasher hasher = new Hasher();

  /** A tree of the first leaves that the nodes know. */
  public MerkleTree(Nodes nodes, long size) {
    this.nodes = nodes;
    this.size = size;
  }

  /** RFC 9162 section 2.1.1. */
  public Hash root() {
    return size == 0 ? hasher.empty() : hash(0, size);
  }

  /** That a leaf is in: RFC 9162 section 2.1.3.1, from the leaf's sibling upwards. */
  public List<Hash> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " of " + size);
    }
    List<Hash> path = new ArrayList<>();
    inclusion(index, 0, size, path);
    return path;
  }

  private void inclusion(long index, long begin, long end, List<Hash> path) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + split(end - begin);
    if (index < middle) {
      inclusion(index, begin, middle, path);
      path.add(hash(middle, end));
    } else {
      inclusion(index, middle, end, path);
      path.add(hash(begin, middle));
    }
  }

  /** That the tree only grew since it had that size: RFC 9162 section 2.1.4.1. */
  public List<Hash> consistency(long before) {
    if (before < 1 || before > size) {
      throw new IllegalArgumentException("not grown out of " + before + ": " + size);
    }
    List<Hash> path = new ArrayList<>();
    consistency(before, 0, size, true, path);
    return path;
  }

  private void consistency(long before, long begin, long end, boolean whole, List<Hash> path) {
    if (before == end) {
      if (!whole) {
        path.add(hash(begin, end));
      }
      return;
    }
    long middle = begin + split(end - begin);
    if (before <= middle) {
      consistency(before, begin, middle, whole, path);
      path.add(hash(middle, end));
    } else {
      consistency(before, middle, end, false, path);
      path.add(hash(begin, middle));
    }
  }

  /** What lies beside a run of leaves, in the order in which {@link Proof#ofRun} needs it. */
  public List<Hash> beside(long from, long to) {
    if (from < 0 || from > to || to > size) {
      throw new IllegalArgumentException("no leaves " + from + " to " + to + " of " + size);
    }
    List<Hash> beside = new ArrayList<>();
    if (size > 0) {
      beside(from, to, 0, size, beside);
    }
    return beside;
  }

  private void beside(long from, long to, long begin, long end, List<Hash> beside) {
    if (end <= from || begin >= to) {
      beside.add(hash(begin, end));
    } else if (end - begin > 1) {
      long middle = begin + split(end - begin);
      beside(from, to, begin, middle, beside);
      beside(from, to, middle, end, beside);
    }
  }

  private Hash hash(long begin, long end) {
    long leaves = end - begin;
    if (Long.bitCount(leaves) == 1) {
      return nodes.at(Long.numberOfTrailingZeros(leaves), begin / leaves);
    }
    long middle = begin + split(leaves);
    return hasher.node(hash(begin, middle), hash(middle, end));
  }

  /** The largest power of two that is smaller. */
  static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
