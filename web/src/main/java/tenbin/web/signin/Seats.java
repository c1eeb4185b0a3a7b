package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.nouns.member.Factors;

/**
 * The browsers in which people are signed in, to be listed and ended. Sessions live in this process
 * and end with it, and so does the list. Any thread.
 */
public final class Seats {
  private static final String ATTRIBUTE = Seats.class.getName();
  private static final int MOST_BROWSER = 200;

  /** Who signed in this recently is not asked again. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Clock clock;
  private final SessionLife life;
  private final Map<UUID, Seat> all = new ConcurrentHashMap<>();

  public Seats(Clock clock, SessionLife life) {
    this.clock = clock;
    this.life = life;
  }

  void add(Seat seat) {
    all.put(seat.id(), seat);
  }

  void remove(Seat seat) {
    all.remove(seat.id());
  }

  /** From now on this browser is one of the person's. */
  void take(String login, Factors factors, HttpServletRequest request) {
    String named = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    request
        .getSession(true)
        .setAttribute(
            ATTRIBUTE,
            new Seat(
                this,
                login,
                factors,
                clock.instant(),
                request.getRemoteAddr(),
                named.substring(0, Math.min(named.length(), MOST_BROWSER))));
  }

  /** The seat of the browser that asks. */
  public Optional<Seat> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((Seat) session.getAttribute(ATTRIBUTE));
  }

  /** Whether the browser that asks may go on; notes that it asked. */
  boolean goesOn(HttpServletRequest request) {
    Optional<Seat> seat = of(request);
    seat.ifPresent(each -> each.touch(clock.instant()));
    return seat.filter(each -> each.isEnded() || left(each).isNegative() || left(each).isZero())
        .isEmpty();
  }

  private Duration left(Seat seat) {
    return Duration.between(clock.instant(), seat.since().plus(life.whole()));
  }

  /**
   * When the session of a page ends.
   *
   * @param at however busy it is
   * @param soon whether its reader is to be told now
   * @param leftSeconds from now to then
   * @param idleSeconds until then without a request, too
   * @param noticeSeconds before then its reader is told
   */
  public record Ending(
      Instant at, boolean soon, long leftSeconds, long idleSeconds, long noticeSeconds) {}

  /** When the session of the browser that asks ends; nothing for who looks at a demo. */
  public Optional<Ending> ending(HttpServletRequest request) {
    return of(request)
        .map(seat -> {
          Duration left = left(seat);
          return new Ending(
              seat.since().plus(life.whole()),
              left.compareTo(SessionLife.NOTICE) <= 0,
              left.toSeconds(),
              life.idle().toSeconds(),
              SessionLife.NOTICE.toSeconds());
        });
  }

  /** Whether the browser that asks signed in a moment ago. */
  public boolean isFresh(HttpServletRequest request) {
    return of(request)
        .filter(each -> each.since().plus(FRESH).isAfter(clock.instant()))
        .isPresent();
  }

  /** A person's, the latest first. */
  public List<Seat> of(String login) {
    return all.values().stream()
        .filter(each -> each.login().equals(login) && !each.isEnded())
        .sorted(Comparator.comparing(Seat::since).reversed().thenComparing(Seat::id))
        .toList();
  }

  /** Ends one of the person's at its next request. */
  public boolean end(String login, UUID seat) {
    Optional<Seat> its =
        Optional.ofNullable(all.get(seat)).filter(each -> each.login().equals(login));
    its.ifPresent(Seat::end);
    return its.isPresent();
  }

  /** Ends all of the person's but this one. */
  public void endOthers(String login, Optional<Seat> but) {
    of(login).stream()
        .filter(each -> but.filter(one -> one.id().equals(each.id())).isEmpty())
        .forEach(Seat::end);
  }
}
