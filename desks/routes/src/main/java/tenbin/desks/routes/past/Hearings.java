package tenbin.desks.routes.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.Vantage;

/** How vantage points stood at any time behind a base. One thread. */
final class Hearings {
  private final Map<Vantage, Standing> before = new LinkedHashMap<>();
  private final Map<Vantage, List<Mark>> marks = new LinkedHashMap<>();
  private final Predicate<Vantage> whose;

  Hearings(Predicate<Vantage> whose) {
    this.whose = whose;
  }

  void begin(Map<Vantage, Standing> standings) {
    standings.forEach((from, standing) -> {
      if (whose.test(from)) {
        before.put(from, standing);
      }
    });
  }

  void add(List<Mark> some) {
    for (Mark each : some) {
      if (whose.test(each.from())) {
        marks.computeIfAbsent(each.from(), from -> new ArrayList<>()).add(each);
      }
    }
  }

  /** By times: what is read of two files is in the order of their writing alone. */
  void end() {
    marks.values().forEach(each -> each.sort(Comparator.comparingLong(Mark::micros)));
    marks.keySet().forEach(each -> before.putIfAbsent(each, Standing.NEW));
  }

  Standing at(Vantage from, long micros) {
    Standing standing = before.getOrDefault(from, Standing.NEW);
    for (Mark each : marks.getOrDefault(from, List.of())) {
      if (each.micros() <= micros) {
        standing = standing.with(each);
      }
    }
    return standing;
  }

  /** When it was lost, behind a time and up to another. */
  List<Long> losses(Vantage from, long behind, long until) {
    return marks.getOrDefault(from, List.of()).stream()
        .filter(each -> each.what() == Mark.What.LOST)
        .map(Mark::micros)
        .filter(each -> each > behind && each <= until)
        .toList();
  }

  /** Everybody, as it stood; who came only later was not heard. */
  List<PastAnswer.Heard> all(long micros) {
    List<PastAnswer.Heard> all = new ArrayList<>();
    before.keySet().stream()
        .sorted(ORDER)
        .forEach(from -> {
          Standing is = at(from, micros);
          boolean heard = is.heard() != Standing.NEVER;
          boolean whole = is.complete() != Standing.NEVER;
          long since = whole ? is.complete() : heard ? is.heard() : is.lost();
          all.add(
              new PastAnswer.Heard(
                  from,
                  whole
                      ? PastAnswer.Hearing.WHOLE
                      : heard ? PastAnswer.Hearing.PARTLY : PastAnswer.Hearing.NOT,
                  since == Standing.NEVER ? Optional.empty() : Optional.of(instant(since))));
        });
    return all;
  }

  /** What is missing: the last gap before the time, and those up to the end. */
  List<PastAnswer.Hole> holes(long micros, long until) {
    List<PastAnswer.Hole> all = new ArrayList<>();
    for (Vantage from : before.keySet()) {
      Standing.Gap gap = at(from, micros).gap();
      if (gap.from() != Standing.NEVER) {
        all.add(hole(from, gap.from(), gap.until(), gap.words()));
      }
      for (Mark each : marks.getOrDefault(from, List.of())) {
        if (each.what() == Mark.What.GAP && each.micros() > micros && each.micros() <= until) {
          all.add(hole(from, each.micros(), each.until(), each.words()));
        }
      }
    }
    return all;
  }

  private static PastAnswer.Hole hole(Vantage from, long begin, long end, long words) {
    return new PastAnswer.Hole(Optional.of(from), instant(begin), instant(end), words);
  }

  static final Comparator<Vantage> ORDER =
      Comparator.comparing(Vantage::feed)
          .thenComparing(Vantage::asn)
          .thenComparing(Vantage::address);

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS);
  }

  /** Microseconds; what is beyond a long's reach is at its end. */
  static long micros(Instant at) {
    long seconds = Math.clamp(at.getEpochSecond(), -9_000_000_000_000L, 9_000_000_000_000L);
    return seconds * 1_000_000 + at.getNano() / 1_000;
  }
}
