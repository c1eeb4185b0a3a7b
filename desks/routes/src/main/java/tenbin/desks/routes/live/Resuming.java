package tenbin.desks.routes.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.IncidentBook.Change;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.Resumed;
import tenbin.desks.routes.watch.RouteWatch;

/**
 * Goes on where a watch was stopped: what sessions told is not known any more until they tell it
 * again, what files told stays; incidents that were open are open. One thread.
 */
final class Resuming {
  private static final int PAGE = 1_000;
  private static final int MOST_OPEN = 10_000;
  private static final int MOST_PREFIXES = 200_000;

  private final RouteTable table;
  private final RouteWatch watch;
  private final Counted counted;
  private final Scribe scribe;

  Resuming(RouteTable table, RouteWatch watch, Counted counted, Scribe scribe) {
    this.table = table;
    this.watch = watch;
    this.counted = counted;
    this.scribe = scribe;
  }

  void resume(IncidentBook book, long micros, Predicate<Vantage> isOfFiles) {
    for (int i = 0; i < table.vantages(); i++) {
      Vantage each = table.vantage(i);
      if (isOfFiles.test(each)) {
        counted.complete(micros, each);
      } else {
        counted.lost(micros, each);
      }
    }
    for (Change each : open(book)) {
      Incident incident = each.incident();
      List<Affected> affected = affected(book, incident.id());
      watch.resume(
          micros, new Resumed(incident, affected, book.steps(incident.id()).kept(), each.worth()));
      scribe.goesOn(incident);
    }
  }

  private static Iterable<Change> open(IncidentBook book) {
    Map<UUID, Change> open = new LinkedHashMap<>();
    List<Change> page = book.changes(0, PAGE);
    while (!page.isEmpty()) {
      for (Change each : page) {
        if (each.incident().state().isOver()) {
          open.remove(each.incident().id());
        } else if (open.size() < MOST_OPEN) {
          open.put(each.incident().id(), each);
        }
      }
      page = book.changes(page.getLast().place(), PAGE);
    }
    return open.values();
  }

  private static List<Affected> affected(IncidentBook book, UUID incident) {
    List<Affected> all = new ArrayList<>();
    Slice slice = Slice.first(incident, Optional.empty(), Slice.MOST);
    List<Sighted> page = book.prefixes(slice);
    while (!page.isEmpty() && all.size() < MOST_PREFIXES) {
      page.forEach(each -> all.add(each.affected()));
      slice = slice.behind(page.getLast().affected().prefix());
      page = book.prefixes(slice);
    }
    return all;
  }
}
