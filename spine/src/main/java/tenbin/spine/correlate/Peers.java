package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Which two members are peers, whom the same sources visit day by day. */
final class Peers {
  private final int most;
  private final boolean[] pairs;
  private boolean known;

  Peers(int most) {
    this.most = most;
    this.pairs = new boolean[most * most];
  }

  /** Tells which pairs are peers: square, symmetric, of the members so far. */
  void tell(boolean[] found, int side) {
    Arrays.fill(pairs, false);
    for (int a = 0; a < side; a++) {
      System.arraycopy(found, a * side, pairs, a * most, side);
    }
    known = true;
  }

  /** Whether anybody has looked yet. */
  boolean areKnown() {
    return known;
  }

  /**
   * Whether two are peers, or two pairs of three: what a group shares is learnt pair by pair, and
   * the last pair may not stand out yet.
   */
  boolean areMostly(long set) {
    int size = MemberSet.size(set);
    int found = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        found += pairs[MemberSet.member(set, i) * most + MemberSet.member(set, j)] ? 1 : 0;
      }
    }
    return 2 * found > size * (size - 1) / 2;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(known);
    for (boolean each : pairs) {
      out.writeBoolean(each);
    }
  }

  void read(DataInputStream in) throws IOException {
    known = in.readBoolean();
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = in.readBoolean();
    }
  }
}
