package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts what every two members share and looks every hour for {@link PeerGroups}. A group is told
 * when it stood out three times in a row; one square of counts for the circle, whatever the number
 * of values. Each day half of the past is forgotten.
 */
final class PeerWatch {
  static final String NAME = "peer-group";
  private static final int LOOK_SECONDS = 3_600;
  private static final int FIRST_LOOK_SECONDS = 3 * 3_600;
  private static final int IN_A_ROW = 3;
  private static final int DAY = 86_400;

  private final int most;
  private final double[] pairs;
  private final SharedSets sets = new SharedSets();
  private Map<String, Integer> before = new TreeMap<>();
  private final Set<String> told = new HashSet<>();
  private int members;
  private long began;
  private long looked;
  private long halved;

  PeerWatch(int most) {
    this.most = most;
    this.pairs = new double[most * most];
  }

  void add(SharedValue shared) {
    sets.add(shared.members());
    int[] set = MemberSet.members(shared.members());
    for (int i = 0; i < set.length; i++) {
      members = Math.max(members, set[i] + 1);
      for (int j = i + 1; j < set.length; j++) {
        pairs[set[i] * most + set[j]]++;
        pairs[set[j] * most + set[i]]++;
      }
    }
  }

  void advance(long second, Peers peers, Consumer<Joined> found) {
    if (began == 0) {
      began = second;
      looked = second;
      halved = second;
    }
    if (second - looked < LOOK_SECONDS || second - began < FIRST_LOOK_SECONDS) {
      return;
    }
    looked = second;
    if (members < PeerGroups.LEAST) {
      peers.tell(new boolean[0], 0);
      return;
    }
    PeerPairs standOut = new PeerPairs(Tally.compact(pairs, most, members), members);
    PeerGroups groups = new PeerGroups(standOut, sets);
    peers.tell(standOut.square(), members);
    Map<String, Integer> now = new TreeMap<>();
    for (int[] group : groups.groups()) {
      String name = Arrays.toString(group);
      int times = before.getOrDefault(name, 0) + 1;
      now.put(name, times);
      if (times >= IN_A_ROW && told.add(name)) {
        found.accept(joined(group, groups, second));
      }
    }
    before = now;
    if (second - halved >= DAY) {
      halved = second;
      sets.halve();
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] /= 2;
      }
    }
  }

  private Joined joined(int[] group, PeerGroups groups, long second) {
    double least = Double.MAX_VALUE;
    long sightings = 0;
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1; j < group.length; j++) {
        double shared = pairs[group[i] * most + group[j]];
        least = Math.min(least, shared);
        sightings += Math.round(shared);
      }
    }
    double score = groups.score(group);
    String why =
        String.format(
            Locale.ROOT,
            "every two of these %d members share at least %.0f values that few others saw; for the"
                + " least of them chance explains that with 1e-%.0f",
            group.length,
            least,
            score);
    return new Joined(
        NAME,
        Arrays.stream(group).boxed().toList(),
        0,
        List.of(),
        began,
        began,
        second,
        sightings,
        score,
        why);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members);
    out.writeLong(began);
    out.writeLong(looked);
    out.writeLong(halved);
    for (double each : pairs) {
      out.writeDouble(each);
    }
    sets.write(out);
    out.writeInt(before.size());
    for (Map.Entry<String, Integer> each : before.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue());
    }
    write(out, told);
  }

  private static void write(DataOutputStream out, Set<String> names) throws IOException {
    List<String> sorted = names.stream().sorted().toList();
    out.writeInt(sorted.size());
    for (String name : sorted) {
      out.writeUTF(name);
    }
  }

  void read(DataInputStream in) throws IOException {
    members = in.readInt();
    began = in.readLong();
    looked = in.readLong();
    halved = in.readLong();
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = in.readDouble();
    }
    sets.read(in);
    before = new TreeMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      before.put(in.readUTF(), in.readInt());
    }
    read(in, told);
  }

  private static void read(DataInputStream in, Set<String> names) throws IOException {
    names.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
    }
  }
}
