package tenbin.desks.routes.rtr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.desks.routes.dial.Redial;
import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrRefused;

/**
 * The client's side of the protocol without its sockets and its clock (RFC 8210 sections 5 to 8):
 * it is told what happens and says what is to be done. Not for several threads.
 *
 * <p>The last whole version counts through lost connections, new sessions and damaged answers,
 * until it expires.
 */
final class RtrSession {
  /** Where the conversation stands. */
  private enum Phase {
    APART,
    /** A query is out. */
    ASKED,
    /** Its answer comes. */
    ANSWERED,
    /** Nothing is open. */
    IDLE
  }

  private final RtrVersions versions;
  private final RtrLimits limits;
  private final Redial redial;
  private Phase phase = Phase.APART;
  private boolean askedForAll;
  private boolean notified;
  private int sessionOfAnswer;
  private Optional<RtrAnswer> answer = Optional.empty();
  private RtrData data = RtrData.EMPTY;
  private Optional<RpkiVersion> last = Optional.empty();
  private boolean knowsSession;
  private int versionOfSession;
  private boolean expired;
  private RtrTiming timing = RtrTiming.USUAL;
  private Instant asked = Instant.EPOCH;
  private Instant heard = Instant.EPOCH;
  private Instant next = Instant.EPOCH;

  /** One that begins with a version, usually {@link RtrMessage#NEWEST}, and goes down from it. */
  RtrSession(int newest, RtrLimits limits, RandomGenerator random) {
    this.versions = new RtrVersions(newest);
    this.limits = limits;
    this.redial = new Redial(random);
  }

  /** The same with other times, until a cache says its own. */
  RtrSession with(RtrTiming other) {
    timing = other;
    return this;
  }

  int version() {
    return versions.version();
  }

  /** The last whole version, also when it expired. */
  Optional<RpkiVersion> last() {
    return last;
  }

  boolean isExpired() {
    return expired;
  }

  boolean isApart() {
    return phase == Phase.APART;
  }

  /** When {@link #tick} is to be called next. */
  Instant wake() {
    Instant event =
        switch (phase) {
          case APART, IDLE -> next;
          case ASKED, ANSWERED ->
              earlier(heard.plus(RtrTiming.MOST_SILENCE), asked.plus(RtrTiming.MOST_ANSWER));
        };
    Instant end = last.map(each -> each.at().plus(timing.expire())).orElse(event);
    return expired ? event : earlier(event, end);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** While apart: when a connection is to be tried. */
  Instant reconnect() {
    return next;
  }

  /** A connection stands. */
  List<RtrAction> connected(Instant now) {
    versions.begin();
    return List.of(ask(now));
  }

  /** Asks for changes where there is something to change, else for all. */
  private RtrAction ask(Instant now) {
    phase = Phase.ASKED;
    asked = now;
    heard = now;
    notified = false;
    answer = Optional.empty();
    // Sessions belong to a version (RFC 8210 section 5.1).
    askedForAll = !knowsSession || last.isEmpty() || versionOfSession != version();
    RtrPdu query =
        askedForAll
            ? new RtrPdu.ResetQuery()
            : new RtrPdu.SerialQuery(last.get().session(), last.get().serial());
    return new RtrAction.Send(new RtrMessage(version(), query));
  }

  /** A PDU came. */
  List<RtrAction> received(RtrMessage message, Instant now) {
    heard = now;
    versions.spoke();
    try {
      if (message.pdu() instanceof RtrPdu.ErrorReport error) {
        return told(error, message.version(), now);
      }
      versions.agree(message);
      return take(message, now);
    } catch (RtrRefused refused) {
      return refused(refused);
    }
  }

  private List<RtrAction> take(RtrMessage message, Instant now) throws RtrRefused {
    switch (message.pdu()) {
      case RtrPdu.SerialNotify notify -> {
        return notified(notify, now);
      }
      case RtrPdu.CacheResponse response -> begin(message, response);
      case RtrPdu.PrefixPayload payload -> open(message).take(message, payload);
      case RtrPdu.AspaPayload payload -> open(message).take(message, payload);
      case RtrPdu.RouterKey ignored -> open(message);
      case RtrPdu.EndOfData end -> {
        return end(message, end, now);
      }
      case RtrPdu.CacheReset ignored -> {
        return reset(message, now);
      }
      case RtrPdu.SerialQuery ignored -> throw unexpected(message);
      case RtrPdu.ResetQuery ignored -> throw unexpected(message);
      case RtrPdu.ErrorReport ignored -> throw unexpected(message);
    }
    return List.of();
  }

  private static RtrRefused unexpected(RtrMessage message) {
    String what = message.pdu().getClass().getSimpleName() + " does not belong here";
    return RtrAnswer.refused(RtrError.INVALID_REQUEST, message, what);
  }

  /** While an answer comes a notice is kept for later; before the first answer it says nothing. */
  private List<RtrAction> notified(RtrPdu.SerialNotify notify, Instant now) {
    if (last.isPresent() && last.get().session() != notify.session()) {
      knowsSession = false;
    }
    if (phase != Phase.IDLE) {
      notified = phase == Phase.ANSWERED;
      return List.of();
    }
    boolean known =
        knowsSession && last.filter(each -> each.serial() == notify.serial()).isPresent();
    return known ? List.of() : List.of(ask(now));
  }

  private void begin(RtrMessage message, RtrPdu.CacheResponse response) throws RtrRefused {
    if (phase != Phase.ASKED) {
      throw unexpected(message);
    }
    boolean other = !askedForAll && last.filter(v -> v.session() == response.session()).isEmpty();
    if (other) {
      knowsSession = false;
      throw RtrAnswer.refused(RtrError.CORRUPT_DATA, message, "changes of another session");
    }
    phase = Phase.ANSWERED;
    sessionOfAnswer = response.session();
    answer =
        Optional.of(
            askedForAll
                ? new WholeAnswer(limits, last.map(each -> data))
                : new ChangeAnswer(limits, data));
  }

  private RtrAnswer open(RtrMessage message) throws RtrRefused {
    return answer.orElseThrow(() -> unexpected(message));
  }

  private List<RtrAction> end(RtrMessage message, RtrPdu.EndOfData end, Instant now)
      throws RtrRefused {
    RtrAnswer.Outcome outcome = open(message).end(message);
    if (end.session() != sessionOfAnswer) {
      knowsSession = false;
      throw RtrAnswer.refused(RtrError.CORRUPT_DATA, message, "ends another session's answer");
    }
    data = outcome.data();
    answer = Optional.empty();
    phase = Phase.IDLE;
    redial.useful();
    expired = false;
    knowsSession = true;
    versionOfSession = version();
    timing = end.intervals().map(RtrTiming::of).orElse(RtrTiming.USUAL);
    next = notified ? now : now.plus(timing.refresh());
    RpkiVersion version =
        new RpkiVersion(data.vrps(), data.aspaTable(), end.session(), end.serial(), now);
    last = Optional.of(version);
    return List.of(new RtrAction.Publish(version, outcome.changes()));
  }

  private List<RtrAction> reset(RtrMessage message, Instant now) throws RtrRefused {
    if (phase != Phase.ASKED || askedForAll) {
      throw unexpected(message);
    }
    knowsSession = false;
    return List.of(ask(now));
  }

  /** An error is never answered with an error (RFC 8210 section 5.11). */
  private List<RtrAction> told(RtrPdu.ErrorReport error, int theirs, Instant now) {
    if (versions.isRefusal(error, theirs)) {
      return List.of(new RtrAction.Close("speaks version " + version() + " at most"));
    }
    if (error.code() == RtrError.NO_DATA_AVAILABLE.code() && phase == Phase.ASKED) {
      knowsSession = false;
      phase = Phase.IDLE;
      next = now.plus(timing.retry());
      return List.of();
    }
    knowsSession = false;
    return List.of(new RtrAction.Close("told: " + error.what()));
  }

  /** What came is no PDU, or does not belong where it came. */
  List<RtrAction> refused(RtrRefused refused) {
    versions.spoke();
    // What it holds of us cannot be trusted any more: the next question is for all.
    knowsSession = false;
    return List.of(
        new RtrAction.Send(new RtrMessage(version(), refused.report())),
        new RtrAction.Close(refused.error() + ": " + refused.what()));
  }

  /** The connection ended. */
  void lost(Instant now) {
    phase = Phase.APART;
    answer = Optional.empty();
    boolean atOnce = versions.ended();
    next = atOnce ? now : redial.failed(now, timing.retry());
  }

  /** No connection came about. */
  void unreached(Instant now) {
    versions.unreached();
    next = redial.failed(now, timing.retry());
  }

  /** Time went by. */
  List<RtrAction> tick(Instant now) {
    List<RtrAction> actions = new ArrayList<>();
    if (!expired && last.filter(each -> isOver(each.at(), timing.expire(), now)).isPresent()) {
      expired = true;
      actions.add(new RtrAction.Expire(now));
    }
    switch (phase) {
      case IDLE -> {
        if (!now.isBefore(next)) {
          actions.add(ask(now));
        }
      }
      case ASKED, ANSWERED -> {
        if (isOver(heard, RtrTiming.MOST_SILENCE, now)) {
          actions.add(new RtrAction.Close("silent for " + RtrTiming.MOST_SILENCE));
        } else if (isOver(asked, RtrTiming.MOST_ANSWER, now)) {
          actions.add(new RtrAction.Close("no end of data in " + RtrTiming.MOST_ANSWER));
        }
      }
      case APART -> {}
    }
    return actions;
  }

  private static boolean isOver(Instant since, Duration most, Instant now) {
    return !now.isBefore(since.plus(most));
  }
}
