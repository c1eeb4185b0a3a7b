package tenbin.spine.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Acknowledged reports whose bytes cannot be read now: the others go on without them. Each is tried
 * again when its file is there, after a pause that grows. It is not stored: a hub that starts anew
 * tries each at once. For the reading thread.
 */
final class SetAside {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** A disk that comes back is noticed within this. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final int MOST_DOUBLINGS = 8;

  private final RawStore store;
  private final LongSupplier nanos;
  private final Map<Integer, Held> held = new LinkedHashMap<>();

  private record Held(WaitingReport report, String why, int times, long againAt, boolean absent) {}

  SetAside(RawStore store, LongSupplier nanos) {
    this.store = store;
    this.nanos = nanos;
  }

  /** Puts a report aside, for longer every time. */
  void put(WaitingReport report, String why) {
    int times = held.containsKey(report.id()) ? held.get(report.id()).times + 1 : 0;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    Duration most = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    boolean absent = !Files.exists(store.file(report.digest()));
    held.put(report.id(), new Held(report, why, times, nanos.getAsLong() + most.toNanos(), absent));
  }

  /** It was read after all. */
  void done(WaitingReport report) {
    held.remove(report.id());
  }

  /** The numbers of those that are not to be tried now. */
  Collection<Integer> notNow() {
    long now = nanos.getAsLong();
    return held.values().stream()
        .filter(each -> each.againAt - now > 0 && !cameBack(each))
        .map(each -> each.report.id())
        .toList();
  }

  private boolean cameBack(Held each) {
    Path file = store.file(each.report.digest());
    return each.absent && Files.exists(file);
  }

  /** For whoever looks after the hub; empty when none is set aside. */
  Optional<String> words() {
    if (held.isEmpty()) {
      return Optional.empty();
    }
    Held oldest = List.copyOf(held.values()).getFirst();
    return Optional.of(
        held.size()
            + " set aside; raw bytes cannot be read of report "
            + oldest.report.digest()
            + " of "
            + oldest.report.reporter()
            + ": "
            + oldest.why);
  }
}
