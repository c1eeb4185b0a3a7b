package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How many values each set of three to six members shared. */
final class SharedSets {
  /** A day of ten million events makes a fifth of it. */
  private static final int MOST = 50_000;

  private static final int LEAST = 3;

  private final Map<Long, Double> counts = new TreeMap<>();

  /** One more value that the set's members saw. */
  void add(long set) {
    if (MemberSet.size(set) < LEAST) {
      return;
    }
    if (counts.size() >= MOST) {
      halve();
    }
    counts.merge(set, 1.0, Double::sum);
  }

  /** Lets half go, and what came once altogether. */
  void halve() {
    counts.replaceAll((set, count) -> count / 2);
    counts.values().removeIf(count -> count < 1);
  }

  /**
   * How many values every two of a group shared with a third of it.
   *
   * @param group rising indexes
   * @return square, by place in the group
   */
  double[] withThird(int... group) {
    int size = group.length;
    double[] withThird = new double[size * size];
    int[] places = new int[MemberSet.MOST];
    for (Map.Entry<Long, Double> each : counts.entrySet()) {
      int common = common(each.getKey(), group, places);
      for (int i = 0; common >= LEAST && i < common; i++) {
        for (int j = i + 1; j < common; j++) {
          withThird[places[i] * size + places[j]] += each.getValue();
          withThird[places[j] * size + places[i]] += each.getValue();
        }
      }
    }
    return withThird;
  }

  /** The places in a group of a set's members; returns how many there are. */
  private static int common(long set, int[] group, int... places) {
    int common = 0;
    int place = 0;
    int size = MemberSet.size(set);
    for (int i = 0; i < size; i++) {
      int member = MemberSet.member(set, i);
      while (place < group.length && group[place] < member) {
        place++;
      }
      if (place < group.length && group[place] == member) {
        places[common++] = place;
      }
    }
    return common;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<Long, Double> each : counts.entrySet()) {
      out.writeLong(each.getKey());
      out.writeDouble(each.getValue());
    }
  }

  void read(DataInputStream in) throws IOException {
    counts.clear();
    for (int left = in.readInt(); left > 0; left--) {
      counts.put(in.readLong(), in.readDouble());
    }
  }
}
