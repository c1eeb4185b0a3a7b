package tenbin.proof.noninterference;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.tell.RouteSight;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.RouteParts;

/** The desk of routes under a running server: its books lead to those of the world that stands. */
final class SwappedRoutes {
  private SwappedRoutes() {}

  static RoutesDesk over(Supplier<RoutesDesk> now, Supplier<HubParts> all) {
    return desk(
        (IncidentBook) Swapped.port(IncidentBook.class, () -> now.get().incidents()),
        (DeclarationBook) Swapped.port(DeclarationBook.class, () -> now.get().declarations()),
        (ToldBook) Swapped.port(ToldBook.class, () -> now.get().told()),
        all);
  }

  private static RoutesDesk desk(
      IncidentBook incidents, DeclarationBook declarations, ToldBook told, Supplier<HubParts> all) {
    RouteSight sight =
        new RouteSight(incidents, () -> all.get().roster().circle(), World.ROUTES_GROUP);
    return new RoutesDesk(incidents, declarations, told, sight);
  }

  /** The parts with one port whose answers are changed on their way. */
  static RouteParts around(RouteParts parts, Class<?> port, UnaryOperator<Object> change) {
    RoutesDesk desk = parts.desk();
    return new RouteParts(
        new RoutesDesk(
            changed(IncidentBook.class, desk.incidents(), port, change),
            changed(DeclarationBook.class, desk.declarations(), port, change),
            changed(ToldBook.class, desk.told(), port, change),
            desk.sight()),
        changed(FeedStates.class, parts.feeds(), port, change),
        parts.prefixes());
  }

  /** What a port does when it is called. */
  interface Called {
    Object with(Method method, Object... arguments) throws ReflectiveOperationException;
  }

  /** The parts with another book of incidents. */
  static HubParts with(HubParts parts, Called book) {
    RoutesDesk desk = parts.routes().desk();
    IncidentBook other =
        (IncidentBook)
            Proxy.newProxyInstance(
                IncidentBook.class.getClassLoader(),
                new Class<?>[] {IncidentBook.class},
                (proxy, method, arguments) -> book.with(method, arguments));
    RouteParts routes =
        new RouteParts(
            new RoutesDesk(other, desk.declarations(), desk.told(), desk.sight()),
            parts.routes().feeds(),
            parts.routes().prefixes());
    return Swapped.copy(parts, parts.routes(), routes);
  }

  private static <T> T changed(Class<T> type, T real, Class<?> port, UnaryOperator<Object> change) {
    return type == port ? type.cast(Swapped.changed(type, real, change)) : real;
  }
}
