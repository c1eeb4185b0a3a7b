package tenbin.desks.routes.rislive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.desks.routes.dial.Redial;
import tenbin.nouns.report.Place;
import tenbin.wire.rislive.RisDecoder;
import tenbin.wire.rislive.RisKind;

/**
 * One feed without its connection and its clock: whether it lives, when to ask, when to give up,
 * when to come again. Not for several threads.
 */
final class RisFeed {
  /** What is to be done now. */
  enum Need {
    NOTHING,
    CONNECT,
    PING,
    GIVE_UP
  }

  private final RisTiming timing;
  private final RisRoutes routes;
  private final RisDecoder decoder;
  private final Redial redial;
  private boolean connected;
  private boolean pinged;
  private Instant heard = Instant.EPOCH;
  private Instant lastRoute = Instant.EPOCH;
  private Instant quietSince = Instant.EPOCH;
  private Instant next = Instant.EPOCH;
  private Optional<Instant> apartSince = Optional.empty();
  private long messages;
  private long damaged;

  RisFeed(RisTiming timing, RisRoutes routes, RandomGenerator random) {
    this.timing = timing;
    this.routes = routes;
    this.redial = new Redial(random);
    this.decoder = new RisDecoder(routes);
  }

  boolean isConnected() {
    return connected;
  }

  long messages() {
    return messages;
  }

  long damaged() {
    return damaged;
  }

  Optional<Instant> lastRoute() {
    return lastRoute.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(lastRoute);
  }

  /** The connection stands. */
  void connected(Instant now) {
    connected = true;
    pinged = false;
    heard = now;
    quietSince = now;
    apartSince = Optional.empty();
  }

  /** A whole text came. */
  void heard(String text, Instant now) {
    sign(now);
    messages++;
    RisKind kind = decoder.take(text, new Place("", messages, -1));
    if (kind == RisKind.ROUTES) {
      lastRoute = now;
      quietSince = now;
      redial.useful();
    } else if (kind == RisKind.DAMAGED) {
      damaged++;
    }
  }

  /** Something came that is no text: the other side is there. */
  void sign(Instant now) {
    heard = now;
    pinged = false;
  }

  /** A text was longer than any message, or no text at all. */
  void unreadable(Instant now) {
    sign(now);
    messages++;
    damaged++;
  }

  /** The connection ended, or none came about. */
  void lost(Instant now) {
    connected = false;
    next = redial.failed(now, timing.mostPause());
    apartSince = apartSince.or(() -> Optional.of(now));
  }

  /** What to do now; asked again not later than {@link #wake}. */
  Need tick(Instant now) {
    if (!connected) {
      forget(now);
      return now.isBefore(next) ? Need.NOTHING : Need.CONNECT;
    }
    if (isOver(heard, timing.silence(), now) || isOver(quietSince, timing.noRoutes(), now)) {
      return Need.GIVE_UP;
    }
    if (!pinged && isOver(heard, timing.ping(), now)) {
      pinged = true;
      return Need.PING;
    }
    return Need.NOTHING;
  }

  private void forget(Instant now) {
    if (apartSince.filter(since -> isOver(since, timing.forget(), now)).isPresent()) {
      apartSince = Optional.empty();
      routes.allLost(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
    }
  }

  /** When to look again. */
  Instant wake() {
    if (!connected) {
      Instant end = apartSince.map(since -> since.plus(timing.forget())).orElse(next);
      return end.isBefore(next) ? end : next;
    }
    Instant answer = heard.plus(pinged ? timing.silence() : timing.ping());
    Instant route = quietSince.plus(timing.noRoutes());
    return route.isBefore(answer) ? route : answer;
  }

  private static boolean isOver(Instant since, Duration most, Instant now) {
    return !now.isBefore(since.plus(most));
  }
}
