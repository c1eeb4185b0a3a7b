package tenbin.spine.correlate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * The ids of the last findings: what shares values with a recent finding of the same detector is
 * that finding, grown. One thread.
 */
final class RecentFindings {
  /** More than a week of them at the rate that people can follow up. */
  private static final int MOST = 1_000;

  /** One common value may be coincidence, as everywhere here. */
  private static final int LEAST_COMMON = 2;

  private static final int MOST_VALUES = 256;
  private static final int ID_LENGTH = 32;

  /** A finding by its id, with what identifies more of it. */
  private record Known(String id, String detector, List<Long> values) {}

  private final ArrayDeque<Known> known = new ArrayDeque<>();

  /** The finding's id: of the one that it grows, or of its own detector, members and beginning. */
  String idOf(Joined joined, Collection<MemberId> members) {
    for (Known each : known) {
      boolean same = each.detector.equals(joined.detector());
      if (same && common(each.values, joined.values()) >= LEAST_COMMON) {
        known.remove(each);
        keep(each.id, joined.detector(), both(each.values, joined.values()));
        return each.id;
      }
    }
    String inner = joined.detector() + "\n" + members + "\n" + joined.since();
    String id = Digest.of(inner.getBytes(UTF_8)).hex().substring(0, ID_LENGTH);
    keep(id, joined.detector(), joined.values());
    return id;
  }

  private static long common(List<Long> some, List<Long> others) {
    return some.stream().filter(others::contains).count();
  }

  private static List<Long> both(List<Long> before, List<Long> more) {
    List<Long> both = new ArrayList<>(before);
    more.stream().filter(value -> !before.contains(value)).forEach(both::add);
    return List.copyOf(both.subList(0, Math.min(both.size(), MOST_VALUES)));
  }

  private void keep(String id, String detector, List<Long> values) {
    known.addLast(new Known(id, detector, values));
    if (known.size() > MOST) {
      known.removeFirst();
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(known.size());
    for (Known each : known) {
      out.writeUTF(each.id);
      out.writeUTF(each.detector);
      out.writeInt(each.values.size());
      for (long value : each.values) {
        out.writeLong(value);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    known.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      String id = in.readUTF();
      String detector = in.readUTF();
      List<Long> values = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        values.add(in.readLong());
      }
      known.addLast(new Known(id, detector, List.copyOf(values)));
    }
  }
}
