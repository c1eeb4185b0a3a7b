package tenbin.desks.routes.live;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.RouteWatch;

/** What the watch's one thread alone touches, from the start on. */
record Heart(RouteTable table, RouteWatch watch, Counted counted, Beginning beginning) {
  /**
   * One that has heard nothing.
   *
   * @param before the table as it was when the watch was stopped
   * @param sink takes what the watch finds
   * @param words what people should know of routers
   */
  static Heart of(
      LiveSettings settings,
      Optional<RouteTable> before,
      LiveReferences references,
      IncidentSink sink,
      Consumer<String> words) {
    RouteTable table =
        before.orElseGet(() -> new RouteTable(Limits.usual(new SecureRandom().nextLong())));
    Beside beside = beside(settings, references, sink);
    RouteWatch watch = new RouteWatch(table, references.now(), settings.pace(), beside.witnesses());
    Counted counted = new Counted(table, watch, beside, words);
    return new Heart(table, watch, counted, beside.beginning());
  }

  /** Registries or declarations are others: routes that stand are held against them too. */
  void goBy(long micros, References before, References now, RouteWatch.Roas roas) {
    watch.references(micros, now, roas);
    counted.registered(micros, before, now);
    if (before.declarations() != now.declarations()) {
      counted.declared(micros, before, now);
    }
  }

  /** Before people are told of what one shows alone it is known whether it always does. */
  private static Beside beside(
      LiveSettings settings, LiveReferences references, IncidentSink sink) {
    FeedLines lines = new FeedLines(settings.feeds());
    Duration settle = settings.timing().settle();
    return new Beside(
        references::isDeclared,
        settings.beacons(),
        new Beginning(settle, lines::hasTable),
        new Untabled(settle, lines),
        new Witnesses(sink, settings.pace().alone().dividedBy(2)));
  }
}
