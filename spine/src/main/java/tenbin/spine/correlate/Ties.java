package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of few members came together, over all sets of members, for a day: an artefact with
 * its addresses, and addresses with one artefact. One thread.
 */
final class Ties {
  /** More values with a companion than a day of ten million events has. */
  private static final int MOST = 50_000;

  private static final int KEPT_SECONDS = 86_400;

  /** More than a campaign that hides can leave: the way there leads through something common. */
  private static final int MOST_REACHED = 24;

  /** Enough to learn from; the largest sets share hundreds. */
  private static final int MOST_NEIGHBOURS = 8;

  private final ArrayDeque<SharedValue> kept = new ArrayDeque<>();
  private final Map<Long, List<SharedValue>> byHalf = new HashMap<>();
  private final Map<Long, List<SharedValue>> loudOfSet = new HashMap<>();

  /** Keeps a value that came with something. */
  void keep(SharedValue shared) {
    if (shared.companions() == 0) {
      return;
    }
    while (kept.size() >= MOST
        || !kept.isEmpty() && kept.getFirst().last() < shared.last() - KEPT_SECONDS) {
      forget(kept.removeFirst());
    }
    put(shared);
  }

  private void put(SharedValue shared) {
    kept.addLast(shared);
    for (long half : halves(shared)) {
      byHalf.computeIfAbsent(half, none -> new ArrayList<>()).add(shared);
    }
    if (isLoudAddress(shared)) {
      loudOfSet.computeIfAbsent(shared.members(), none -> new ArrayList<>()).add(shared);
    }
  }

  private void forget(SharedValue old) {
    for (long half : halves(old)) {
      forget(byHalf, half, old);
    }
    if (isLoudAddress(old)) {
      forget(loudOfSet, old.members(), old);
    }
  }

  private static void forget(Map<Long, List<SharedValue>> from, long key, SharedValue old) {
    List<SharedValue> values = from.get(key);
    if (values != null && values.remove(old) && values.isEmpty()) {
      from.remove(key);
    }
  }

  private static boolean isLoudAddress(SharedValue shared) {
    return !shared.type().isArtefact() && Campaigns.isLoud(shared);
  }

  private static Set<Long> halves(SharedValue shared) {
    Set<Long> halves = new HashSet<>();
    halves.add(shared.value() >>> 32);
    for (long two : List.of(shared.companion(), shared.others(), shared.more())) {
      halves.add(two >>> 32);
      halves.add(two & 0xffff_ffffL);
    }
    halves.remove(0L);
    return halves;
  }

  /** With how many addresses that members share an artefact came. */
  int linked(SharedValue artefact) {
    Set<Long> addresses = new HashSet<>();
    for (SharedValue each : byHalf.getOrDefault(artefact.value() >>> 32, List.of())) {
      if (!each.type().isArtefact()) {
        addresses.add(each.value());
      }
    }
    return addresses.size();
  }

  /** Tells what is ordinary of a new loud address and of what its set shares beside it. */
  void compare(SharedValue loud, Ordinary ordinary) {
    if (!isLoudAddress(loud) || loud.companions() == 0) {
      return;
    }
    List<SharedValue> others = loudOfSet.getOrDefault(loud.members(), List.of());
    Set<Long> halves = halves(loud);
    int from = Math.max(0, others.size() - MOST_NEIGHBOURS);
    int tied = 0;
    for (SharedValue other : others.subList(from, others.size())) {
      tied += halves(other).stream().anyMatch(halves::contains) ? 1 : 0;
    }
    ordinary.hearNeighbours(others.size() - from, tied);
  }

  /**
   * All members that saw what hangs together with some values; the given ones when there are too
   * many.
   *
   * @param values keys
   */
  long reach(long members, List<Long> values) {
    Set<Long> open = new HashSet<>();
    values.forEach(value -> open.add(value >>> 32));
    Set<Long> done = new HashSet<>();
    Set<Long> reached = new HashSet<>();
    long all = members;
    while (!open.isEmpty()) {
      Set<Long> next = new HashSet<>();
      for (long half : open) {
        for (SharedValue each : byHalf.getOrDefault(half, List.of())) {
          if (!Campaigns.isLoud(each) && MemberSet.size(each.all()) <= Campaigns.MOST_MEMBERS) {
            reached.add(each.value());
            all = MemberSet.union(all, each.all());
            next.addAll(halves(each));
          }
        }
      }
      done.addAll(open);
      next.removeAll(done);
      open.clear();
      open.addAll(next);
      if (reached.size() > MOST_REACHED || MemberSet.size(all) > Campaigns.MOST_MEMBERS) {
        return members;
      }
    }
    return all;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(kept.size());
    for (SharedValue each : kept) {
      each.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    kept.clear();
    byHalf.clear();
    loudOfSet.clear();
    for (int left = in.readInt(); left > 0; left--) {
      put(SharedValue.read(in));
    }
  }
}
