package tenbin.spine.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenbin.balance.Disclosure;

/** Counts by bucket of time and type. */
final class TallySheet {
  private static final long NANOS = 1_000_000_000L;

  private final long width;
  private final Map<Long, Map<String, Long>> counts = new TreeMap<>();

  TallySheet(long width) {
    if (width <= 0) {
      throw new IllegalArgumentException("a bucket needs a width");
    }
    this.width = width;
  }

  long width() {
    return width;
  }

  void add(long bucket, String type, long rows) {
    counts.computeIfAbsent(bucket, unseen -> new TreeMap<>()).merge(type, rows, Long::sum);
  }

  void add(Disclosure row) {
    row.time()
        .ifPresent(time ->
            row.kind().ifPresent(kind -> add(time.epochNanos() / width, kind.rsit().type(), 1)));
  }

  /** All counts, or those of one type. */
  List<Deliveries.Tally> tallies(String type) {
    List<Deliveries.Tally> all = new ArrayList<>();
    counts.forEach((bucket, types) ->
        types.forEach((each, rows) -> {
          if (type.isEmpty() || type.equals(each)) {
            all.add(new Deliveries.Tally(begin(bucket), each, rows));
          }
        }));
    return all;
  }

  private Instant begin(long bucket) {
    long nanos = bucket * width;
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
