package tenbin.hub.routes;

import java.util.List;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;

/**
 * How incidents of a registry's mismatch ended, of those that the reader may know: the circle's
 * feedback loop. By an object that was changed, by a route that was withdrawn, otherwise.
 */
public record FixShare(int fixed, int withdrawn, int otherwise, int open) {
  static FixShare of(List<RouteView> all) {
    int[] counts = new int[4];
    for (RouteView each : all) {
      if (each.kind().equals(Kind.IRR_MISMATCH.text())) {
        counts[place(each)]++;
      }
    }
    return new FixShare(counts[0], counts[1], counts[2], counts[3]);
  }

  private static int place(RouteView each) {
    if (each.state().equals(State.OUTDATED.text())) {
      return isRegistered(each) ? 0 : 2;
    }
    if (each.state().equals(State.WITHDRAWN.text())) {
      return 1;
    }
    return each.goesOn() ? 3 : 2;
  }

  /** It ended by the registry; a declaration that changed ends one too. */
  private static boolean isRegistered(RouteView each) {
    return each.evidence().stream().anyMatch(reason -> reason.name().equals(Tag.REGISTERED));
  }

  public int ended() {
    return fixed + withdrawn + otherwise;
  }

  /** Of a hundred that ended, how many by a change of the registry. */
  public int percent() {
    return ended() == 0 ? 0 : Math.round(100f * fixed / ended());
  }
}
