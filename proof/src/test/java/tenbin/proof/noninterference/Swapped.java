package tenbin.proof.noninterference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tenbin.hub.wiring.HubParts;
import tenbin.spine.collect.Intake;

/**
 * The parts of a hub whose world can be changed under its running server: a start of the server
 * takes seconds, a world a fraction of one. Every port asks for the parts that stand now; new ports
 * need no line here.
 */
final class Swapped {
  private Swapped() {}

  /** Ports that lead to the ports of whatever parts stand when they are called. */
  static HubParts over(Supplier<HubParts> now, Clock clock) {
    RecordComponent[] components = HubParts.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Method read = components[i].getAccessor();
      values[i] =
          read.getReturnType() == Clock.class
              ? clock
              : isPort(read.getReturnType())
                  ? port(read.getReturnType(), () -> call(read, now.get()))
                  : call(read, now.get());
    }
    return made(HubParts.class, values);
  }

  /** The parts with one port whose answers are changed on their way. */
  static <T> HubParts around(HubParts parts, Class<T> port, UnaryOperator<Object> change) {
    RecordComponent[] components = HubParts.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object real = call(components[i].getAccessor(), parts);
      values[i] = components[i].getType() == port ? changed(port, real, change) : real;
    }
    return made(HubParts.class, values);
  }

  private static Object changed(Class<?> port, Object real, UnaryOperator<Object> change) {
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
  private static Object port(Class<?> type, Supplier<Object> now) {
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
