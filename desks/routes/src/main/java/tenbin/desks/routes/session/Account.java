package tenbin.desks.routes.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.wire.bgp.Fault;
import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.Treated;

/**
 * What a neighbour did so far.
 *
 * @param messages of every kind
 * @param updates among them
 * @param faults in updates, that did not end a session too
 * @param lastFault in words
 * @param leaks routes that leaked to us by the roles of the session (RFC 9234)
 * @param endings of sessions
 * @param lastError why the last one ended
 * @param lastErrorAt when
 */
public record Account(
    long messages,
    long updates,
    long faults,
    String lastFault,
    long leaks,
    long endings,
    String lastError,
    Optional<Instant> lastErrorAt) {
  static final Account NONE = new Account(0, 0, 0, "", 0, 0, "", Optional.empty());

  Account message(Message message) {
    long more = message instanceof Treated ? 1 : 0;
    return new Account(
        messages + 1, updates + more, faults, lastFault, leaks, endings, lastError, lastErrorAt);
  }

  Account faults(List<Fault> told) {
    return told.isEmpty()
        ? this
        : new Account(
            messages,
            updates,
            faults + told.size(),
            told.getLast().toString(),
            leaks,
            endings,
            lastError,
            lastErrorAt);
  }

  Account ended(String why, Instant at) {
    return new Account(
        messages, updates, faults, lastFault, leaks, endings + 1, why, Optional.of(at));
  }

  Account leaks(int more) {
    return new Account(
        messages, updates, faults, lastFault, leaks + more, endings, lastError, lastErrorAt);
  }
}
