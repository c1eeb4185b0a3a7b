package tenbin.hub.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;

/**
 * How incidents of a registry's mismatch ended, of those that the reader may know: the circle's
 * feedback loop. By an entry that was changed, by a route that was withdrawn, otherwise.
 *
 * @param usual how long half of the changes took at most; zero where there were none
 */
public record FixShare(int fixed, int withdrawn, int otherwise, int open, Duration usual) {
  /** What a registry's entry ends. */
  private static final Set<String> KINDS =
      Set.of(Kind.IRR_MISMATCH.text(), Kind.RPKI_INVALID.text());

  static FixShare of(List<RouteView> all) {
    int[] counts = new int[4];
    List<Duration> mended = new ArrayList<>();
    for (RouteView each : all) {
      if (KINDS.contains(each.kind())) {
        counts[place(each)]++;
        each.mended().ifPresent(mended::add);
      }
    }
    mended.sort(null);
    Duration usual = mended.isEmpty() ? Duration.ZERO : mended.get(mended.size() / 2);
    return new FixShare(counts[0], counts[1], counts[2], counts[3], usual);
  }

  private static int place(RouteView each) {
    if (each.state().equals(State.OUTDATED.text())) {
      return each.mended().isPresent() ? 0 : 2;
    }
    if (each.state().equals(State.WITHDRAWN.text())) {
      return 1;
    }
    return each.goesOn() ? 3 : 2;
  }

  public int ended() {
    return fixed + withdrawn + otherwise;
  }

  /** Of a hundred that ended, how many by a change of the registry. */
  public int percent() {
    return ended() == 0 ? 0 : Math.round(100f * fixed / ended());
  }
}
