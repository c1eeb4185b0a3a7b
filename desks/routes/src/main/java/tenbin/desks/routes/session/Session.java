package tenbin.desks.routes.session;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.held.HeldRoutes;
import tenbin.desks.routes.port.Line;
import tenbin.wire.bgp.Notification;

/**
 * The shell around the state machine of one neighbour: sockets, threads, the clock. Events of all
 * threads take turns; what they do to routes is done in the same order, and a slow sink holds up
 * this neighbour's reading but not its keepalives.
 */
final class Session {
  private static final int MOST_CONNECTIONS =
      16; // At once; one is a session, others are on their way out.

  private final Neighbour neighbour;
  private final Clock clock;
  private final Machine machine;
  private final HeldRoutes held;
  private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final ReentrantLock turn = new ReentrantLock();
  private final ReentrantLock routesTurn = new ReentrantLock();
  private final Queue<Action.OnRoutes> due = new ArrayDeque<>();

  Session(Local local, Neighbour neighbour, RouteSink sink, Clock clock) {
    this.neighbour = neighbour;
    this.clock = clock;
    this.machine = new Machine(local, neighbour, clock.instant());
    this.held = new HeldRoutes(neighbour.vantage(), sink);
  }

  String feed() {
    return neighbour.feed();
  }

  /** Takes over a connection of the neighbour. */
  void welcome(Socket socket) {
    Thread.ofVirtual().name("bgp " + neighbour.feed()).start(() -> converse(socket));
  }

  private void converse(Socket socket) {
    int number = numbers.incrementAndGet();
    try (Line line = new Line(socket, clock)) {
      if (connections.size() < MOST_CONNECTIONS) {
        converse(new Connection(number, line));
      }
    } catch (IOException gone) {
      on(new Event.Gone(number, "connection lost: " + gone.getMessage()));
    }
  }

  /** Ends before the socket does: a neighbour that dials again at once is welcome. */
  private void converse(Connection connection) {
    int number = connection.number();
    try {
      connections.put(number, connection);
      on(new Event.Connected(number));
      connection.read(this::on);
    } finally {
      connections.remove(number);
      // Whatever went wrong, a session never outlives its connection; to an ended one it is no
      // news.
      on(new Event.Gone(number, "we could not go on"));
    }
  }

  /** Time goes on; called a few times a second. Never waits for the sink. */
  void pulse() {
    for (Connection each : connections.values()) {
      stuck(each).ifPresent(this::aside);
      if (each.isBusy()) {
        aside(new Event.Busy(each.number()));
      }
    }
    aside(new Event.Tick());
  }

  private void aside(Event event) {
    if (take(event)) {
      Thread.ofVirtual().name("bgp-due " + neighbour.feed()).start(this::drain);
    }
  }

  private Optional<Event> stuck(Connection connection) {
    Limits limits = neighbour.limits();
    Instant now = clock.instant();
    int number = connection.number();
    if (isOver(connection.line().halfSentSince(), limits.wholeWithin(), now)) {
      String why = "a message is half sent after " + limits.wholeWithin().toSeconds() + " s";
      return Optional.of(new Event.Stuck(number, Notification.of(6, 8), why));
    }
    if (isOver(connection.line().unsentSince(), limits.takenWithin(), now)) {
      String why = "takes no message of ours for " + limits.takenWithin().toSeconds() + " s";
      return Optional.of(new Event.Stuck(number, Notification.of(8, 0), why));
    }
    return Optional.empty();
  }

  private static boolean isOver(Optional<Instant> since, Duration most, Instant now) {
    return since.filter(began -> began.plus(most).isBefore(now)).isPresent();
  }

  private void on(Event event) {
    if (take(event)) {
      drain();
    }
  }

  /** Whether there is something to do to the routes. */
  private boolean take(Event event) {
    turn.lock();
    try {
      int before = due.size();
      for (Action action : machine.on(event, clock.instant())) {
        switch (action) {
          case Action.OnLine onLine -> apply(onLine);
          case Action.OnRoutes onRoutes -> due.add(onRoutes);
        }
      }
      return due.size() > before;
    } finally {
      turn.unlock();
    }
  }

  private void apply(Action.OnLine action) {
    @Nullable Connection connection = connections.get(action.line());
    if (connection == null) {
      return;
    }
    switch (action) {
      case Action.Send send -> connection.line().send(send.message());
      case Action.Close close -> connection.line().closeGently();
      case Action.Settle settle -> connection.settle(settle.form());
    }
  }

  /** Does to the routes what is due, in its order, whichever thread comes. */
  private void drain() {
    routesTurn.lock();
    try {
      for (Action.@Nullable OnRoutes next = poll(); next != null; next = poll()) {
        apply(next);
      }
    } finally {
      routesTurn.unlock();
    }
  }

  private Action.@Nullable OnRoutes poll() {
    turn.lock();
    try {
      return due.poll();
    } finally {
      turn.unlock();
    }
  }

  private void apply(Action.OnRoutes action) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, action.at());
    switch (action) {
      case Action.Tell tell -> {
        held.tell(micros, tell.update());
        if (held.size() > neighbour.limits().routes()) {
          on(new Event.Overfull(tell.line(), held.size()));
        }
      }
      case Action.Stale stale -> held.restarted();
      case Action.Sweep sweep -> held.sweep(micros, sweep.family());
      case Action.Disable disable -> held.disable(micros, disable.family());
      case Action.Lost lost -> held.lost(micros);
      case Action.Complete complete -> held.complete(micros);
    }
  }

  NeighbourStatus status() {
    turn.lock();
    try {
      return new NeighbourStatus(
          neighbour,
          machine.state(),
          machine.since(),
          held.size(),
          machine.account(),
          machine.negotiated());
    } finally {
      turn.unlock();
    }
  }

  void stop() {
    on(new Event.Stop());
  }
}
