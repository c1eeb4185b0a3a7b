package tenbin.hub.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.tell.Band;
import tenbin.desks.routes.tell.PastTold;
import tenbin.desks.routes.tell.RouteFacts;

/**
 * Something that was, or changed, as its reader may know it.
 *
 * @param at since when, UTC
 * @param what "had", "perhaps", "announced", "withdrawn", "lost" of the reader's own routers;
 *     "seen" of the circle's feeds
 * @param router which of the reader's own; "" of the circle's feeds
 * @param band how many vantage points
 * @param path as far as it is told; "" where there is none
 */
public record PastLine(
    Instant at, String prefix, String what, String router, Band band, String path) {
  private static final Comparator<PastLine> ORDER =
      Comparator.comparing(PastLine::at)
          .thenComparing(PastLine::prefix)
          .thenComparing(PastLine::router)
          .thenComparing(PastLine::path);

  /** Whether somebody had it already at the time that was asked for. */
  public boolean isState() {
    return what.equals("had") || what.equals("perhaps");
  }

  public boolean isOwn() {
    return !router.isEmpty();
  }

  /** All lines of an answer, in the order of time. */
  static List<PastLine> of(PastTold told) {
    List<PastLine> all = new ArrayList<>();
    told.own().prefixes().forEach(each -> own(each, all));
    told.circle().ifPresent(part -> part.prefixes().forEach(each -> circle(each, all)));
    all.sort(ORDER);
    return all;
  }

  private static void own(Disclosure each, List<PastLine> all) {
    each.fact(RouteFacts.START)
        .lines()
        .map(line -> line.split("\t", 5))
        .map(line ->
            new PastLine(
                Instant.parse(line[0]),
                each.fact(RouteFacts.PREFIX),
                line[1],
                line[2] + " " + line[3],
                Band.ONE,
                line[4]))
        .forEach(all::add);
  }

  private static void circle(Disclosure each, List<PastLine> all) {
    each.fact(RouteFacts.REST)
        .lines()
        .map(line -> line.split("\t", 3))
        .map(line ->
            new PastLine(
                Instant.parse(line[0]),
                each.fact(RouteFacts.PREFIX),
                "seen",
                "",
                Band.parse(line[1]),
                line[2]))
        .forEach(all::add);
  }
}
