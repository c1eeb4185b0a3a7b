package tenbin.desks.routes.live;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.health.HealthState;

/** What people should know of how routers are: in the log when it changes, and on a feed's line. */
final class HealthWords {
  /** Of one round; a feed of a thousand routers that is gone is one thing. */
  private static final int MOST_TOLD = 20;

  private HealthWords() {}

  /** Whether somebody should look at it; a session that ended says so itself. */
  private static boolean isTrouble(HealthState state) {
    return switch (state) {
      case SILENT, QUARANTINED, STALE, STORMING -> true;
      case DOWN, STARTING, PARTIAL, HEALTHY -> false;
    };
  }

  /** Tells those that turned to or from trouble. */
  static void tell(List<Health> before, List<Health> changed, Consumer<String> words) {
    int told = 0;
    for (Health each : changed) {
      boolean was =
          before.stream()
              .anyMatch(old -> old.vantage().equals(each.vantage()) && isTrouble(old.state()));
      if (isTrouble(each.state()) || was && each.state().counts()) {
        told++;
        if (told <= MOST_TOLD) {
          words.accept(line(each));
        }
      }
    }
    if (told > MOST_TOLD) {
      words.accept("and so are " + (told - MOST_TOLD) + " more routers");
    }
  }

  private static String line(Health health) {
    String who =
        "%s AS%s %s"
            .formatted(health.vantage().feed(), health.vantage().asn(), health.vantage().address());
    return health.state().counts()
        ? who + " counts again"
        : "%s is %s: %s".formatted(who, health.state().text(), health.reason().text());
  }

  /** Of a feed's line: what is worst about its routers, and of how many; "" for nothing. */
  static String of(List<Health> routers) {
    // Quarantine is a decision of ours, so it goes before silence.
    return routers.stream()
        .filter(each -> isTrouble(each.state()))
        .min(
            Comparator.comparing((Health each) -> each.state() != HealthState.QUARANTINED)
                .thenComparing(Health::state))
        .map(each -> of(each, routers))
        .orElse("");
  }

  private static String of(Health worst, List<Health> routers) {
    long same = routers.stream().filter(each -> each.state() == worst.state()).count();
    String many = routers.size() == 1 ? "" : same + " of " + routers.size() + " routers ";
    return many + worst.state().text() + ": " + worst.reason().text();
  }
}
