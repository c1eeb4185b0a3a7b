package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/**
 * One prefix between two times: what each vantage point had at the first, and what it said up to
 * the second. Changes come in the order in which they were kept.
 */
final class Fold {
  private final Map<Vantage, Change> had = new LinkedHashMap<>();
  private final Map<Vantage, List<Change>> said = new LinkedHashMap<>();

  void had(Change change) {
    had.put(change.from(), change);
  }

  void said(Change change) {
    said.computeIfAbsent(change.from(), from -> new ArrayList<>()).add(change);
  }

  /** Routes that stood at a time: those that no loss came behind. */
  List<PastAnswer.Line> lines(Hearings hearings, long micros) {
    List<PastAnswer.Line> all = new ArrayList<>();
    had.values().stream()
        .filter(each -> each.route().isThere())
        .sorted((one, other) -> Hearings.ORDER.compare(one.from(), other.from()))
        .forEach(each -> {
          Standing is = hearings.at(each.from(), micros);
          if (each.micros() >= is.lost()) {
            boolean gap = is.gap().from() != Standing.NEVER && each.micros() <= is.gap().until();
            all.add(
                new PastAnswer.Line(
                    each.from(),
                    each.prefix(),
                    each.route(),
                    Hearings.instant(each.micros()),
                    gap ? PastAnswer.Sure.PERHAPS : PastAnswer.Sure.YES));
          }
        });
    return all;
  }

  /** What became different, vantage point by vantage point. */
  List<PastAnswer.Step> steps(Hearings hearings, long micros, long until) {
    List<PastAnswer.Step> all = new ArrayList<>();
    Map<Vantage, Change> everybody = new LinkedHashMap<>(had);
    said.forEach((from, changes) -> everybody.putIfAbsent(from, changes.getFirst()));
    everybody.forEach((from, any) -> {
      Change first = had.get(from);
      boolean stood = first != null && first.micros() >= hearings.at(from, micros).lost();
      PastRoute before = stood && first != null ? first.route() : PastRoute.WITHDRAWN;
      new Steps(any, all)
          .walk(before, said.getOrDefault(from, List.of()), hearings.losses(from, micros, until));
    });
    return all;
  }

  /** Of one vantage point. */
  private record Steps(Change of, List<PastAnswer.Step> all) {
    void walk(PastRoute first, List<Change> changes, List<Long> losses) {
      PastRoute now = first;
      int loss = 0;
      for (Change each : changes) {
        for (; loss < losses.size() && losses.get(loss) <= each.micros(); loss++) {
          now = lost(now, losses.get(loss));
        }
        if (!each.route().equals(now)) {
          add(each.micros(), each.route(), why(each.route()));
          now = each.route();
        }
      }
      for (; loss < losses.size(); loss++) {
        now = lost(now, losses.get(loss));
      }
    }

    private static PastAnswer.Why why(PastRoute route) {
      return route.isThere() ? PastAnswer.Why.ANNOUNCED : PastAnswer.Why.WITHDRAWN;
    }

    private PastRoute lost(PastRoute now, long micros) {
      if (now.isThere()) {
        add(micros, PastRoute.WITHDRAWN, PastAnswer.Why.LOST);
      }
      return PastRoute.WITHDRAWN;
    }

    private void add(long micros, PastRoute route, PastAnswer.Why why) {
      all.add(new PastAnswer.Step(Hearings.instant(micros), of.from(), of.prefix(), route, why));
    }
  }
}
