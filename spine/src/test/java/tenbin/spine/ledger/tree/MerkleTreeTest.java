package tenbin.spine.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int MOST = 280;
  private static final long SEED = 20261122;

  private final Nodes nodes = NaiveTree.nodes();
  private final Hasher hasher = new Hasher();

  @Test
  void roots_of_all_sizes_are_those_of_the_standard() {
    for (int size = 0; size <= MOST; size++) {
      assertThat(new MerkleTree(nodes, size).root().bytes())
          .isEqualTo(NaiveTree.root(NaiveTree.contents(size)));
    }
  }

  @Test
  void inclusion_of_every_leaf_is_the_standards_path_and_leads_to_the_root() {
    for (int size = 1; size <= MOST; size += size < 70 ? 1 : 13) {
      List<byte[]> contents = NaiveTree.contents(size);
      MerkleTree tree = new MerkleTree(nodes, size);
      for (int leaf = 0; leaf < size; leaf++) {
        List<Hash> path = tree.inclusion(leaf);
        assertThat(path).isEqualTo(NaiveTree.hashes(NaiveTree.path(leaf, contents)));
        assertThat(Proof.ofLeaf(hasher.leaf(contents.get(leaf)), leaf, size, path))
            .contains(tree.root());
      }
    }
  }

  @Test
  void consistency_of_every_two_sizes_is_the_standards_proof_and_holds() {
    for (int size = 1; size <= MOST; size += size < 66 ? 1 : 31) {
      List<byte[]> contents = NaiveTree.contents(size);
      MerkleTree tree = new MerkleTree(nodes, size);
      for (int before = 1; before <= size; before++) {
        List<Hash> path = tree.consistency(before);
        Hash old = new MerkleTree(nodes, before).root();
        assertThat(path).isEqualTo(NaiveTree.hashes(NaiveTree.proof(before, contents)));
        assertThat(Proof.grew(before, old, size, tree.root(), path)).isTrue();
      }
    }
  }

  @Test
  void a_proof_with_any_hash_changed_missing_or_added_proves_nothing() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      int size = random.nextInt(2, MOST);
      int leaf = random.nextInt(size);
      int before = random.nextInt(1, size);
      MerkleTree tree = new MerkleTree(nodes, size);
      Hash hash = hasher.leaf(NaiveTree.content(leaf));
      List<Hash> path = changed(tree.inclusion(leaf), random);
      assertThat(Proof.ofLeaf(hash, leaf, size, path))
          .as("seed %d, leaf %d of %d", SEED, leaf, size)
          .isNotEqualTo(java.util.Optional.of(tree.root()));
      Hash old = new MerkleTree(nodes, before).root();
      List<Hash> grown = changed(tree.consistency(before), random);
      assertThat(Proof.grew(before, old, size, tree.root(), grown))
          .as("seed %d, %d of %d", SEED, before, size)
          .isFalse();
    }
  }

  private List<Hash> changed(List<Hash> path, SplittableRandom random) {
    List<Hash> other = new ArrayList<>(path);
    int at = random.nextInt(path.size());
    switch (random.nextInt(3)) {
      case 0 -> other.remove(at);
      case 1 -> other.add(at, path.get(at));
      default -> {
        byte[] bytes = path.get(at).bytes();
        int bit = random.nextInt(bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        other.set(at, Hash.of(bytes));
      }
    }
    return other;
  }

  @Test
  void a_leaf_is_not_proved_at_another_place() {
    for (int size = 2; size < 70; size++) {
      MerkleTree tree = new MerkleTree(nodes, size);
      for (int leaf = 0; leaf < size; leaf++) {
        Hash hash = hasher.leaf(NaiveTree.content(leaf));
        for (int elsewhere = 0; elsewhere < size; elsewhere++) {
          boolean proved =
              Proof.ofLeaf(hash, elsewhere, size, tree.inclusion(leaf))
                  .filter(tree.root()::equals)
                  .isPresent();
          assertThat(proved).isEqualTo(leaf == elsewhere);
        }
      }
    }
  }

  @Test
  void a_run_of_leaves_and_what_lies_beside_it_lead_to_the_root_and_less_does_not() {
    for (int size = 0; size < 40; size++) {
      MerkleTree tree = new MerkleTree(nodes, size);
      for (int from = 0; from <= size; from++) {
        for (int to = from; to <= size; to++) {
          List<Hash> leaves = new ArrayList<>();
          for (int i = from; i < to; i++) {
            leaves.add(hasher.leaf(NaiveTree.content(i)));
          }
          List<Hash> beside = tree.beside(from, to);
          assertThat(Proof.ofRun(leaves, from, size, beside)).contains(tree.root());
          if (!leaves.isEmpty()) {
            List<Hash> fewer = leaves.subList(1, leaves.size());
            assertThat(Proof.ofRun(fewer, from, size, beside).filter(tree.root()::equals))
                .isEmpty();
            assertThat(Proof.ofRun(fewer, from + 1, size, beside).filter(tree.root()::equals))
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void what_grows_leaf_by_leaf_has_the_same_roots_also_when_it_is_taken_up_again() {
    StoredTiles stored = new StoredTiles();
    Growth growth = new Growth();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int size = 0; size < 70_000; size++) {
      if (size < 600 || random.nextInt(1_000) == 0) {
        Hash root = new MerkleTree(new Tiled(stored), size).root();
        assertThat(growth.root()).as("size %d", size).isEqualTo(root);
        assertThat(Growth.at(size, stored::edge).root()).as("again at %d", size).isEqualTo(root);
        if (size <= MOST) {
          assertThat(root).isEqualTo(new MerkleTree(nodes, size).root());
        }
        if (random.nextInt(20) == 0) {
          growth = Growth.at(size, stored::edge);
        }
      }
      stored.add(growth, hasher.leaf(NaiveTree.content(size)));
    }
    for (int round = 0; round < 200; round++) {
      int leaf = random.nextInt(70_000);
      MerkleTree tree = new MerkleTree(new Tiled(stored), 70_000);
      assertThat(
              Proof.ofLeaf(
                  hasher.leaf(NaiveTree.content(leaf)), leaf, 70_000, tree.inclusion(leaf)))
          .contains(growth.root());
    }
  }
}
