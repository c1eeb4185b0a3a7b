package tenbin.desks.routes.live;

import java.util.function.Consumer;
import tenbin.desks.routes.rislive.RisTiming;

/**
 * What sessions go by beside their lines.
 *
 * @param ris how RIS Live is listened to
 * @param limits what routers may cost
 * @param words what people should know
 */
record SessionRules(RisTiming ris, FeedLimits limits, Consumer<String> words) {
  static SessionRules of(LiveTiming timing, Consumer<String> words) {
    return new SessionRules(timing.ris(), FeedLimits.quietFor(timing.quiet()), words);
  }
}
