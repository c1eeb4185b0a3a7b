package tenbin.proof.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.ledger.TreeStore;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.ledger.tree.MerkleTree;
import tenbin.spine.ledger.tree.Proof;
import tenbin.spine.storage.Database;

/** One party's tree, filled in bulk. */
final class LargeTree {
  /** A number that no party of the bench has. */
  private static final int TREE = 1 << 19;

  private static final int CHUNK = 100_000;
  private static final int WARM_UP = 500;
  private static final double NANOS_IN_A_MILLI = 1e6;

  private final Database database;
  private final Hasher hasher = new Hasher();
  private final Growth growth = new Growth();

  LargeTree(Database database) {
    this.database = database;
  }

  /**
   * How long proofs took.
   *
   * @param median milliseconds
   * @param worst of 99 in a hundred
   * @param hashes in the longest
   * @param right whether every one led to the root
   */
  record Times(double median, double worst, int hashes, boolean right) {}

  private Hash leaf(long index) {
    return hasher.leaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
  }

  CpuClock.Span build(int leaves) {
    CpuClock clock = CpuClock.start();
    for (int from = 0; from < leaves; from += CHUNK) {
      int begin = from;
      int end = Math.min(leaves, from + CHUNK);
      database.transact(connection -> fill(connection, begin, end));
    }
    return clock.stop();
  }

  private int fill(Connection connection, int begin, int end) throws SQLException {
    TreeStore store = new TreeStore(connection, TREE);
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy ledger_leaf (tree, index, seq, hash) from stdin");
    List<Growth.Tile> full = new java.util.ArrayList<>();
    for (int index = begin; index < end; index++) {
      Hash hash = leaf(index);
      full.addAll(growth.add(hash));
      byte[] row =
          (TREE + "\t" + index + "\t" + index + "\t\\\\x" + hash.hex() + "\n")
              .getBytes(StandardCharsets.US_ASCII);
      copy.writeToCopy(row, 0, row.length);
    }
    copy.endCopy();
    store.write(full);
    return end;
  }

  /** Proofs of random leaves in trees of random sizes, the largest among them. */
  Times prove(int proofs, RandomGenerator random) {
    // Once to have it compiled; a hub runs for months.
    time(WARM_UP, random);
    return time(proofs, random);
  }

  private Times time(int proofs, RandomGenerator random) {
    long[] nanos = new long[proofs];
    boolean right = true;
    int most = 0;
    for (int i = 0; i < proofs; i++) {
      long size = i % 2 == 0 ? growth.size() : random.nextLong(1, growth.size());
      long index = random.nextLong(size);
      long begin = System.nanoTime();
      List<Hash> path =
          database.transact(
              connection -> new TreeStore(connection, TREE).at(size).inclusion(index));
      nanos[i] = System.nanoTime() - begin;
      most = Math.max(most, path.size());
      Hash root =
          size == growth.size()
              ? growth.root()
              : database.transact(connection -> root(connection, size));
      right &= Proof.ofLeaf(leaf(index), index, size, path).filter(root::equals).isPresent();
    }
    Arrays.sort(nanos);
    return new Times(
        nanos[proofs / 2] / NANOS_IN_A_MILLI,
        nanos[proofs * 99 / 100] / NANOS_IN_A_MILLI,
        most,
        right);
  }

  private static Hash root(Connection connection, long size) {
    MerkleTree tree = new TreeStore(connection, TREE).at(size);
    return tree.root();
  }
}
