package tenbin.spine.ledger.tree;

/** Where a tree's hashes come from: those of whole subtrees of a power of two of leaves. */
@FunctionalInterface
public interface Nodes {
  /**
   * The hash of one.
   *
   * @param level 0 is a leaf, n a subtree of 2^n leaves
   * @param index among those of its level, from the left
   */
  Hash at(int level, long index);
}
