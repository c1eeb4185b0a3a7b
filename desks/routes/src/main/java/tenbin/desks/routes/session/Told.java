package tenbin.desks.routes.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.desks.routes.held.Completion;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Fault;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Refused;
import tenbin.wire.bgp.Treated;
import tenbin.wire.bgp.Treatment;
import tenbin.wire.bgp.Update;

/**
 * The routes' side of a state machine: which are stale, until when, and when all is told (RFC 4724
 * section 4.2). Without sockets and clocks.
 */
final class Told {
  private final Neighbour neighbour;
  private final Limits limits;
  private final Set<AfiSafi> stale = new TreeSet<>();

  /** Not agreed on, or not believed any more. */
  private final Set<AfiSafi> disabled = new TreeSet<>();

  private Instant staleUntil = Instant.MAX;
  private Optional<Negotiated> settled = Optional.empty();
  private Optional<Completion> completion = Optional.empty();

  Told(Neighbour neighbour) {
    this.neighbour = neighbour;
    this.limits = neighbour.limits();
  }

  boolean isStale() {
    return !stale.isEmpty();
  }

  /** A session is established. */
  List<Action> began(Negotiated now, Instant at) {
    List<Action> actions = new ArrayList<>();
    Set<AfiSafi> kept = now.forwarded();
    for (AfiSafi family : Set.copyOf(stale)) {
      if (!kept.contains(family)) {
        stale.remove(family);
        actions.add(new Action.Sweep(at, family));
      }
    }
    staleUntil = stale.isEmpty() ? Instant.MAX : at.plus(limits.staleFor());
    disabled.clear();
    disabled.addAll(Local.FAMILIES);
    disabled.removeAll(now.families());
    settled = Optional.of(now);
    // Who knows graceful restart sends End-of-RIB, at its end at the latest.
    Duration quiet = now.restart().isPresent() ? limits.staleFor() : limits.quietFor();
    completion = Optional.of(new Completion(now.families(), quiet, at));
    return actions;
  }

  /** What an update does, whether it ends the session, and how many of its routes are leaks. */
  record Outcome(List<Action> actions, Optional<Refused> reset) {
    int leaks() {
      return actions.stream()
          .mapToInt(each -> each instanceof Action.Tell tell ? Ingress.leaks(tell.update()) : 0)
          .sum();
    }
  }

  Outcome update(int line, Treated update, Instant at) {
    List<Action> actions = new ArrayList<>();
    Optional<Refused> reset = Optional.empty();
    for (Fault fault : update.faults()) {
      if (fault.treatment() == Treatment.SESSION_RESET) {
        String why = "UPDATE: " + fault;
        reset = Optional.of(new Refused(Notification.of(3, fault.subcode()), why));
      } else if (fault.treatment() == Treatment.AFI_SAFI_DISABLE) {
        fault.family().filter(disabled::add).ifPresent(f -> actions.add(new Action.Disable(at, f)));
      }
    }
    if (reset.isEmpty()) {
      believed(line, update, at, actions);
    }
    return new Outcome(actions, reset);
  }

  private void believed(int line, Treated update, Instant at, List<Action> actions) {
    Optional<AfiSafi> end = update.endOfRib();
    if (end.isEmpty()) {
      Update believed = Believed.of(update.update(), disabled);
      actions.add(new Action.Tell(line, at, Ingress.of(believed, neighbour)));
      completion.ifPresent(each -> each.routes(at));
      return;
    }
    completion.ifPresent(each -> each.ended(end.get(), at));
    if (stale.remove(end.get())) {
      actions.add(new Action.Sweep(at, end.get()));
    }
    complete(at, actions);
  }

  private void complete(Instant at, List<Action> actions) {
    if (completion.filter(each -> each.isDue(at)).isPresent()) {
      actions.add(new Action.Complete(at));
    }
  }

  /** The connection went, and may come back. */
  List<Action> interrupted(Instant at) {
    Optional<Capability.GracefulRestart> restart = settled.flatMap(Negotiated::restart);
    completion = Optional.empty();
    if (restart.isEmpty() || restart.get().families().isEmpty()) {
      return ended(at);
    }
    restart.get().families().forEach(each -> stale.add(each.family()));
    Duration most = limits.staleFor();
    Duration told = Duration.ofSeconds(restart.get().seconds());
    staleUntil = at.plus(told.compareTo(most) < 0 ? told : most);
    List<Action> actions = new ArrayList<>();
    actions.add(new Action.Stale(at));
    for (AfiSafi family : Local.FAMILIES) {
      if (!stale.contains(family)) {
        actions.add(new Action.Sweep(at, family));
      }
    }
    return actions;
  }

  /** The session is over. */
  List<Action> ended(Instant at) {
    stale.clear();
    staleUntil = Instant.MAX;
    completion = Optional.empty();
    return List.of(new Action.Lost(at));
  }

  /** Time went on. */
  List<Action> tick(Instant now, State state) {
    List<Action> actions = new ArrayList<>();
    if (!now.isBefore(staleUntil)) {
      if (state == State.ESTABLISHED) {
        stale.forEach(family -> actions.add(new Action.Sweep(now, family)));
        stale.clear();
        staleUntil = Instant.MAX;
      } else {
        actions.addAll(ended(now));
      }
    }
    complete(now, actions);
    return actions;
  }
}
