package tenbin.desks.routes.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * All that was told in one list, and answers by going through all of it: slow, and plainly right.
 */
final class Plain implements RouteSink {
  private record Event(long micros, Vantage from, Prefix prefix, PastRoute route, String what) {}

  private final List<Event> all = new ArrayList<>();
  private final Map<Vantage, Long> last = new HashMap<>();
  private final Set<Vantage> up = new HashSet<>();

  private long clamped(long micros, Vantage from) {
    long at = Math.max(micros, last.getOrDefault(from, Long.MIN_VALUE));
    last.put(from, at);
    return at;
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    up.add(from);
    all.add(
        new Event(clamped(micros, from), from, prefix, Recorder.route(attributes), "announced"));
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    up.add(from);
    all.add(new Event(clamped(micros, from), from, prefix, PastRoute.WITHDRAWN, "withdrawn"));
  }

  @Override
  public void lost(long micros, Vantage from) {
    if (up.remove(from)) {
      long at = clamped(Math.max(micros, last.getOrDefault(from, Long.MIN_VALUE) + 1), from);
      all.add(new Event(at, from, Asking.all(), PastRoute.WITHDRAWN, "lost"));
    }
  }

  @Override
  public void complete(long micros, Vantage from) {
    up.add(from);
    all.add(new Event(clamped(micros, from), from, Asking.all(), PastRoute.WITHDRAWN, "complete"));
  }

  /** The hub stopped: who is heard has to tell again. */
  void restart(Set<Vantage> goOn) {
    for (Vantage each : new ArrayList<>(up)) {
      if (!goOn.contains(each)) {
        lost(last.getOrDefault(each, Long.MIN_VALUE), each);
      }
    }
  }

  private record Spot(Vantage from, Prefix prefix) {}

  private Map<Spot, Event> at(long micros) {
    Map<Spot, Event> had = new HashMap<>();
    for (Event each : all) {
      if (each.micros > micros) {
        continue;
      }
      if (each.what.equals("lost")) {
        had.keySet().removeIf(spot -> spot.from.equals(each.from));
      } else if (!each.what.equals("complete")) {
        had.put(new Spot(each.from, each.prefix), each);
      }
    }
    had.values().removeIf(each -> !each.route.isThere());
    return had;
  }

  Set<String> lines(Asked asked, Instant time) {
    Set<String> lines = new TreeSet<>();
    Map<Spot, Event> had = at(Hearings.micros(time));
    had.forEach((spot, event) -> {
      boolean longer =
          asked instanceof Asked.Covering
              && had.keySet().stream()
                  .anyMatch(other ->
                      other.from.equals(spot.from)
                          && asked.takes(other.prefix)
                          && other.prefix.bits() > spot.prefix.bits());
      if (asked.takes(spot.prefix) && !longer) {
        lines.add(spot + " " + event.route + " since " + Hearings.instant(event.micros));
      }
    });
    return lines;
  }

  static Set<String> lines(PastAnswer answer) {
    Set<String> lines = new TreeSet<>();
    for (PastAnswer.Line each : answer.lines()) {
      lines.add(
          new Spot(each.from(), each.prefix()) + " " + each.route() + " since " + each.since());
    }
    return lines;
  }

  /** Each change of what somebody had, found by holding the state before against the one after. */
  List<String> steps(Asked asked, Instant from, Instant until) {
    List<String> steps = new ArrayList<>();
    Map<Spot, PastRoute> now = new HashMap<>();
    at(Hearings.micros(from)).forEach((spot, event) -> now.put(spot, event.route));
    for (Event each : all) {
      if (each.micros <= Hearings.micros(from) || each.micros > Hearings.micros(until)) {
        continue;
      }
      if (each.what.equals("lost")) {
        for (Spot spot : new ArrayList<>(now.keySet())) {
          if (spot.from.equals(each.from)) {
            now.remove(spot);
            step(steps, asked, each.micros, spot, "LOST " + PastRoute.WITHDRAWN);
          }
        }
      } else if (!each.what.equals("complete")) {
        Spot spot = new Spot(each.from, each.prefix);
        PastRoute before = now.getOrDefault(spot, PastRoute.WITHDRAWN);
        if (!before.equals(each.route)) {
          step(
              steps,
              asked,
              each.micros,
              spot,
              (each.route.isThere() ? "ANNOUNCED " : "WITHDRAWN ") + each.route);
        }
        if (each.route.isThere()) {
          now.put(spot, each.route);
        } else {
          now.remove(spot);
        }
      }
    }
    return steps.stream().sorted().toList();
  }

  private static void step(List<String> steps, Asked asked, long micros, Spot spot, String what) {
    if (asked.takes(spot.prefix)) {
      steps.add(Hearings.instant(micros) + " " + spot + " " + what);
    }
  }

  static List<String> steps(PastAnswer answer) {
    return answer.steps().stream()
        .map(each ->
            each.at()
                + " "
                + new Spot(each.from(), each.prefix())
                + " "
                + each.why()
                + " "
                + each.route())
        .sorted()
        .toList();
  }

  /** Who was heard, and whether it had told all. */
  Map<Vantage, String> heard(Instant time) {
    Map<Vantage, String> heard = new HashMap<>();
    for (Event each : all) {
      if (each.micros > Hearings.micros(time)) {
        continue;
      }
      switch (each.what) {
        case "lost" -> heard.put(each.from, "NOT");
        case "complete" -> heard.put(each.from, "WHOLE");
        default ->
            heard.merge(each.from, "PARTLY", (one, other) -> one.equals("WHOLE") ? one : other);
      }
    }
    heard.values().removeIf(each -> each.equals("NOT"));
    return heard;
  }

  static Map<Vantage, String> heard(PastAnswer answer) {
    Map<Vantage, String> heard = new HashMap<>();
    answer.heard().stream()
        .filter(each -> each.hearing() != PastAnswer.Hearing.NOT)
        .forEach(each -> heard.put(each.from(), each.hearing().name()));
    return heard;
  }
}
