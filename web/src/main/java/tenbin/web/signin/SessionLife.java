package tenbin.web.signin;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle without a request
 * @param whole at all, however busy it is
 */
public record SessionLife(Duration idle, Duration whole) {
  /** How long before the end its page says so: whoever writes something has time to send it. */
  public static final Duration NOTICE = Duration.ofMinutes(30);

  private static final Duration LEAST = Duration.ofMinutes(5);

  /** After a week nobody remembers where it is signed in. */
  private static final Duration MOST = Duration.ofDays(7);

  /** A shift, and a long one: NIST SP 800-63B-4 section 2.2.3 asks again after a day at most. */
  public static final SessionLife USUAL =
      new SessionLife(Duration.ofHours(8), Duration.ofHours(12));

  public SessionLife {
    if (idle.compareTo(LEAST) < 0 || whole.compareTo(idle) < 0 || whole.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "a session is idle for "
              + LEAST.toMinutes()
              + " minutes or more, and lasts no shorter than that and at most "
              + MOST.toDays()
              + " days: "
              + idle
              + ", "
              + whole);
    }
  }
}
