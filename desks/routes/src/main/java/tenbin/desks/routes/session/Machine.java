package tenbin.desks.routes.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.wire.bgp.KeepAlive;
import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.MessageWriter;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.RouteRefresh;
import tenbin.wire.bgp.Treated;

/**
 * The state machine of one neighbour (RFC 4271 section 8) that never dials: events in, actions out,
 * without sockets, clocks and threads. Its time is that of its events.
 */
final class Machine {
  private final Local local;
  private final Neighbour neighbour;
  private final Backoff backoff = new Backoff();
  private final Told told;
  private final Pace pace;
  private List<Action> out = new ArrayList<>();
  private State state = State.ACTIVE;
  private Instant since;
  private int line;
  private Timers timers;
  private Optional<Negotiated> negotiated = Optional.empty();
  private Account account = Account.NONE;

  Machine(Local local, Neighbour neighbour, Instant now) {
    this.local = local;
    this.neighbour = neighbour;
    this.since = now;
    this.timers = Timers.NONE;
    this.pace = new Pace(neighbour.limits());
    this.told = new Told(neighbour);
  }

  State state() {
    return state;
  }

  Instant since() {
    return since;
  }

  Account account() {
    return account;
  }

  Optional<Negotiated> negotiated() {
    return negotiated;
  }

  /** What follows from an event. */
  List<Action> on(Event event, Instant now) {
    out = new ArrayList<>();
    switch (event) {
      case Event.Connected connected -> connected(connected.line(), now);
      case Event.Said said when isOurs(said.line()) -> said(said.message(), now);
      case Event.Garbled garbled when isOurs(garbled.line()) ->
          fault(garbled.why().answer(), garbled.why().what(), now);
      case Event.Stuck stuck when isOurs(stuck.line()) -> fault(stuck.answer(), stuck.why(), now);
      case Event.Gone gone when isOurs(gone.line()) -> gone(gone.why(), now);
      case Event.Overfull over when isOurs(over.line()) ->
          fault(Notification.of(6, 1), over.routes() + " routes", now);
      case Event.Busy busy when isOurs(busy.line()) -> timers = timers.heard(now);
      case Event.Tick tick -> tick(now);
      case Event.Stop stop -> stop(now);
      default -> {} // Of a connection that is no longer ours.
    }
    return out;
  }

  private boolean isOurs(int number) {
    return isOpen() && number == line;
  }

  private boolean isOpen() {
    return state.compareTo(State.OPEN_SENT) >= 0;
  }

  private void move(State next, Instant now) {
    state = next;
    since = now;
  }

  private void connected(int number, Instant now) {
    if (state == State.IDLE) {
      out.add(new Action.Close(number, "it has to wait after its last fault"));
    } else if (state == State.ESTABLISHED && negotiated.flatMap(Negotiated::restart).isEmpty()) {
      // RFC 4271 section 6.8; with graceful restart the new one counts (RFC 4724 section 5).
      out.add(new Action.Send(number, MessageWriter.notification(Notification.of(6, 7))));
      out.add(new Action.Close(number, "there is a session already"));
    } else {
      if (isOpen()) {
        out.add(new Action.Close(line, "it dialled anew"));
        leave("it dialled anew", now, Ending.QUIET);
      }
      line = number;
      timers = Timers.opening(now, neighbour.limits());
      send(MessageWriter.open(local.open(neighbour.stance())));
      move(State.OPEN_SENT, now);
    }
  }

  private void send(byte[] message) {
    out.add(new Action.Send(line, message));
  }

  private void said(Message message, Instant now) {
    account = account.message(message);
    Optional<String> tooMuch = pace.count(message instanceof Treated, now);
    if (tooMuch.isPresent()) {
      fault(Notification.of(6, 8), tooMuch.get(), now);
      return;
    }
    timers = timers.heard(now);
    switch (message) {
      case Notification ended -> ended(ended, now);
      case Open open when state == State.OPEN_SENT -> open(open, now);
      case KeepAlive alive when state == State.OPEN_CONFIRM -> established(now);
      case KeepAlive alive when state == State.ESTABLISHED -> {}
      case RouteRefresh asked when state == State.ESTABLISHED -> {} // We have nothing to tell.
      case Treated update when state == State.ESTABLISHED -> update(update, now);
      default -> fault(Notification.of(5, minor()), "out of turn in " + state, now);
    }
  }

  /** RFC 6608. */
  private int minor() {
    return switch (state) {
      case OPEN_SENT -> 1;
      case OPEN_CONFIRM -> 2;
      default -> 3;
    };
  }

  private void open(Open open, Instant now) {
    if (!open.asn().equals(neighbour.asn())) {
      fault(Notification.of(2, 2), "bad peer AS: it says AS " + open.asn(), now);
    } else if (open.identifier().equals(local.identifier()) && open.asn().equals(local.asn())) {
      fault(Notification.of(2, 3), "its identifier is ours", now);
    } else {
      Optional<String> mismatch = neighbour.stance().flatMap(stance -> stance.mismatch(open));
      mismatch.ifPresentOrElse(
          why -> fault(Notification.of(2, 11), why, now), // RFC 9234 section 4.2
          () -> settle(Negotiated.of(local, open), now));
    }
  }

  private void settle(Negotiated settled, Instant now) {
    if (settled.families().isEmpty()) {
      fault(Notification.of(2, 7), "no family of routes in common", now);
    } else {
      negotiated = Optional.of(settled);
      out.add(new Action.Settle(line, settled));
      timers = Timers.holding(now, settled.holdSeconds());
      send(MessageWriter.keepAlive());
      move(State.OPEN_CONFIRM, now);
    }
  }

  private void established(Instant now) {
    move(State.ESTABLISHED, now);
    negotiated.ifPresent(settled -> {
      settled.families().stream().sorted().forEach(family -> send(MessageWriter.endOfRib(family)));
      out.addAll(told.began(settled, now));
    });
  }

  private void update(Treated update, Instant now) {
    account = account.faults(update.faults());
    Told.Outcome outcome = told.update(line, update, now);
    account = account.leaks(outcome.leaks());
    out.addAll(outcome.actions());
    outcome.reset().ifPresent(fault -> fault(fault.answer(), fault.what(), now));
  }

  private void ended(Notification why, Instant now) {
    out.add(new Action.Close(line, "it said " + why));
    boolean hard = why.code().major() == 6 && why.code().minor() == 9;
    boolean kept = negotiated.flatMap(Negotiated::restart).filter(r -> r.notifying()).isPresent();
    leave("it said " + why, now, !hard && kept ? Ending.QUIET : Ending.FINAL);
  }

  private void gone(String why, Instant now) {
    out.add(new Action.Close(line, why));
    leave(why, now, Ending.QUIET);
  }

  private void fault(Notification answer, String why, Instant now) {
    send(MessageWriter.notification(answer));
    out.add(new Action.Close(line, why));
    Duration stood = state == State.ESTABLISHED ? Duration.between(since, now) : Duration.ZERO;
    backoff.fault(stood, now);
    leave(why, now, Ending.FINAL);
    move(State.IDLE, now);
  }

  /** How a session ends: one that may come back keeps its routes (RFC 4724 section 4.2). */
  private enum Ending {
    QUIET,
    FINAL
  }

  private void leave(String why, Instant now, Ending ending) {
    account = account.ended(why, now);
    if (state == State.ESTABLISHED) {
      boolean may = ending == Ending.QUIET;
      out.addAll(may ? told.interrupted(now) : told.ended(now));
    }
    negotiated = Optional.empty();
    timers = Timers.NONE;
    line = 0;
    move(State.ACTIVE, now);
  }

  private void tick(Instant now) {
    if (state == State.IDLE && backoff.isOver(now)) {
      move(State.ACTIVE, now);
    }
    out.addAll(told.tick(now, state));
    if (isOpen() && timers.isExpired(now)) {
      fault(Notification.of(4, 0), "nothing heard for too long in " + state, now);
    } else if (isOpen() && timers.isDue(now)) {
      timers = timers.sent(now);
      send(MessageWriter.keepAlive());
    }
  }

  private void stop(Instant now) {
    if (isOpen()) {
      send(MessageWriter.notification(Notification.of(6, 2)));
      out.add(new Action.Close(line, "we stop"));
    }
    out.addAll(told.isStale() && state != State.ESTABLISHED ? told.ended(now) : List.of());
    leave("we stop", now, Ending.FINAL);
    move(State.IDLE, now);
  }
}
