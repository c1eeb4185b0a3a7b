package tenbin.desks.routes.book;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many prefixes a share of an incident had at a moment.
 *
 * @param at when, in whole seconds, UTC
 * @param prefixes how many had come until then
 * @param now how many of them went on
 */
public record Growth(Instant at, int prefixes, int now) {
  /** Of one incident: a picture of more points is not finer. */
  static final int MOST = 2_000;

  /** Adds what happened at a moment to what else happened in that second. */
  static void add(Map<Instant, Growth> steps, Instant at, int came, int goes) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    steps.merge(
        second,
        new Growth(second, came, goes),
        (one, other) -> new Growth(second, one.prefixes + other.prefixes, one.now + other.now));
  }

  /** How it stood after each step. */
  static List<Growth> summed(Collection<Growth> steps) {
    List<Growth> all = new ArrayList<>();
    for (Growth each : steps) {
      Growth before = all.isEmpty() ? new Growth(each.at, 0, 0) : all.getLast();
      all.add(new Growth(each.at, before.prefixes + each.prefixes, before.now + each.now));
    }
    return all;
  }

  /** As many as a picture takes, the last one among them. */
  static List<Growth> thinned(List<Growth> all) {
    int stride = Math.max(1, Math.ceilDiv(all.size(), MOST));
    return IntStream.range(0, all.size())
        .filter(each -> each % stride == 0 || each == all.size() - 1)
        .mapToObj(all::get)
        .toList();
  }
}
