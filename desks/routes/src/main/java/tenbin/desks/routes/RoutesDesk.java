package tenbin.desks.routes;

import java.util.function.Supplier;
import javax.sql.DataSource;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.tell.PastSight;
import tenbin.desks.routes.tell.RouteSight;
import tenbin.nouns.member.Circle;

/**
 * The routes desk as the hub registers it: its name, its books, and what of them somebody may know.
 *
 * @param incidents filled by the watch
 * @param declarations of members, which the watch goes by
 * @param told what there was to tell whom
 * @param sight incidents as a member may know them
 */
public record RoutesDesk(
    IncidentBook incidents, DeclarationBook declarations, ToldBook told, RouteSight sight) {
  public static final String NAME = "routes";

  /** The desk on a hub's database. */
  public static RoutesDesk in(DataSource source, Supplier<Circle> circle, String group) {
    return of(
        IncidentBook.in(source), DeclarationBook.in(source), ToldBook.in(source), circle, group);
  }

  /** The desk in memory. */
  public static RoutesDesk inMemory(Supplier<Circle> circle, String group) {
    return of(
        IncidentBook.inMemory(), DeclarationBook.inMemory(), ToldBook.inMemory(), circle, group);
  }

  private static RoutesDesk of(
      IncidentBook incidents,
      DeclarationBook declarations,
      ToldBook told,
      Supplier<Circle> circle,
      String group) {
    return new RoutesDesk(incidents, declarations, told, new RouteSight(incidents, circle, group));
  }

  /** What of the past somebody may know. */
  public PastSight past(Past past) {
    return sight.past(past, declarations);
  }

  /** What the watch tells what it finds. */
  public IncidentSink sink() {
    return incidents;
  }
}
