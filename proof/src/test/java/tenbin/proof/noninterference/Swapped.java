package tenbin.proof.noninterference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tenbin.desks.routes.RoutesDesk;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.PortalParts;
import tenbin.hub.wiring.RouteParts;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.collect.Intake;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.portal.PortalBook;
import tenbin.web.exit.Viewers;

/**
 * The parts of a hub whose world can be changed under its running server: a start of the server
 * takes seconds, a world a fraction of one. Every port asks for the parts that stand now; new ports
 * need no line here.
 */
final class Swapped {
  private Swapped() {}

  /** Ports that lead to the ports of whatever parts stand when they are called. */
  static HubParts over(Supplier<HubParts> now, Clock clock) {
    return over(HubParts.class, now, now, clock);
  }

  /** Parts, whose own parts lead on likewise: nothing of the first world stays for the next. */
  private static <T> T over(Class<T> kind, Supplier<?> now, Supplier<HubParts> all, Clock clock) {
    RecordComponent[] components = kind.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Method read = components[i].getAccessor();
      Class<?> type = read.getReturnType();
      Supplier<Object> part = () -> call(read, now.get());
      values[i] =
          type == Clock.class
              ? clock
              : type == RoutesDesk.class
                  ? SwappedRoutes.over(() -> all.get().routes().desk(), all)
                  : type == PortalParts.class
                      ? portal(() -> all.get().portal(), all, clock)
                      : isPort(type)
                          ? port(type, part)
                          : isParts(type) ? over(type, part, all, clock) : part.get();
    }
    return made(kind, values);
  }

  private static boolean isParts(Class<?> type) {
    return type.isRecord() && type.getPackage() == HubParts.class.getPackage();
  }

  /** The portal's ports likewise, with what is made of them made anew. */
  private static PortalParts portal(
      Supplier<PortalParts> now, Supplier<HubParts> all, Clock clock) {
    GroundBook grounds = (GroundBook) port(GroundBook.class, () -> all.get().grounds());
    IncidentBook incidents = port(IncidentBook.class, now, PortalParts::incidents);
    PortalBook portal = port(PortalBook.class, now, PortalParts::portal);
    ConsentDesk consents = port(ConsentDesk.class, now, PortalParts::consents);
    AskBook asks = port(AskBook.class, now, PortalParts::asks);
    return new PortalParts(
        incidents,
        new ToldIncidents(incidents, (report, plan) -> now.get().asker().about(report, plan)),
        portal,
        consents,
        asks,
        now.get().asker(),
        now.get().rowAsker(),
        new Answering(asks, incidents, portal, consents, grounds, clock),
        now.get().tokens());
  }

  private static <T> T port(
      Class<T> type, Supplier<PortalParts> now, Function<PortalParts, T> which) {
    return type.cast(port(type, () -> which.apply(now.get())));
  }

  /** Tasks whose ids follow from what is asked, however many others are opened beside them. */
  static AskBook namedTasks(AskBook real) {
    return (AskBook)
        Proxy.newProxyInstance(
            AskBook.class.getClassLoader(),
            new Class<?>[] {AskBook.class},
            (proxy, method, arguments) ->
                method.getName().equals("open") && arguments[0] instanceof AskTask task
                    ? real.open(copy(task, task.id(), named(task.matter())))
                    : calledThrough(method, real, arguments));
  }

  /** Links whose secrets follow from whom and what they are for. */
  static PortalBook toldLinks(PortalBook real, String step) {
    return (PortalBook)
        Proxy.newProxyInstance(
            PortalBook.class.getClassLoader(),
            new Class<?>[] {PortalBook.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof PortalBook.Order order) {
                Dice.tell(step + " " + order.customer() + " " + order.task());
              }
              return calledThrough(method, real, arguments);
            });
  }

  /** Decides like the real ones; what a mail to somebody draws follows from whom it goes to. */
  static Viewers toldViewers(Viewers real, String step) {
    Map<String, Integer> times = new HashMap<>();
    return (viewer, purpose, outlet) -> {
      String mail = step + " " + viewer + " " + purpose;
      Dice.tell(mail + " " + times.merge(mail, 1, Integer::sum));
      return real.plan(viewer, purpose, outlet);
    };
  }

  private static UUID named(AskTask.Matter matter) {
    String name =
        matter.rule()
            + matter.holder()
            + matter.report()
            + matter.purpose()
            + matter.recipients()
            + matter.gate();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts with one port whose answers are changed on their way. */
  static <T> HubParts around(HubParts parts, Class<T> port, UnaryOperator<Object> change) {
    RecordComponent[] components = HubParts.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object real = call(components[i].getAccessor(), parts);
      values[i] =
          components[i].getType() == port
              ? changed(port, real, change)
              : real instanceof PortalParts portal
                  ? around(portal, port, change)
                  : real instanceof RouteParts routes
                      ? SwappedRoutes.around(routes, port, change)
                      : real;
    }
    return made(HubParts.class, values);
  }

  private static <T> PortalParts around(
      PortalParts parts, Class<T> port, UnaryOperator<Object> change) {
    RecordComponent[] components = PortalParts.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object real = call(components[i].getAccessor(), parts);
      values[i] = components[i].getType() == port ? changed(port, real, change) : real;
    }
    return made(PortalParts.class, values);
  }

  static Object changed(Class<?> port, Object real, UnaryOperator<Object> change) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> change.apply(calledThrough(method, real, arguments)));
  }

  /** A record with one value in place of another. */
  static <T extends Record> T copy(T of, Object value, Object by) {
    RecordComponent[] components = of.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object each = call(components[i].getAccessor(), of);
      values[i] = value.equals(each) ? by : each;
    }
    @SuppressWarnings("unchecked") // The class of a T makes a T.
    T copy = (T) made(of.getClass(), values);
    return copy;
  }

  private static <T> T made(Class<T> kind, Object... values) {
    Class<?>[] types =
        Arrays.stream(kind.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = kind.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record has its canonical constructor", impossible);
    }
  }

  private static boolean isPort(Class<?> type) {
    return type.isInterface() && !Iterable.class.isAssignableFrom(type);
  }

  /** What a port gives out to be kept is swapped as well: the intake of a way in. */
  static Object port(Class<?> type, Supplier<Object> now) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getReturnType() == Intake.class
                ? port(Intake.class, () -> call(method, now.get(), arguments))
                : calledThrough(method, now.get(), arguments));
  }

  private static Object calledThrough(Method method, Object on, Object... arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static Object call(Method method, Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (ReflectiveOperationException failed) {
      throw new LinkageError(method.toString(), failed);
    }
  }
}
