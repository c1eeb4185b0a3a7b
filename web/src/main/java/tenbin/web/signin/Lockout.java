package tenbin.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed sign-ins. Logins that do not exist are counted like those that do, so a lock tells
 * nothing. The near lock is per login *and* address, so that a stranger does not lock a member's
 * desk out; the far ones bound guessing from many addresses and over many logins.
 */
public final class Lockout {
  static final int MOST_PER_LOGIN_AND_ADDRESS = 5;
  static final int MOST_PER_ADDRESS = 50;
  static final int MOST_PER_LOGIN = 100;
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Keys kept; the oldest go first. */
  private static final int MOST_KEYS = 20_000;

  private record Failures(int count, Instant since) {}

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEYS;
        }
      };

  public Lockout(Clock clock) {
    this.clock = clock;
  }

  /** Whether this login may be tried from this address now. */
  public synchronized boolean allows(String login, String address) {
    return count(near(login, address)) < MOST_PER_LOGIN_AND_ADDRESS
        && count("a " + address) < MOST_PER_ADDRESS
        && count("l " + login) < MOST_PER_LOGIN;
  }

  synchronized void failed(String login, String address) {
    add(near(login, address));
    add("a " + address);
    add("l " + login);
  }

  synchronized void succeeded(String login, String address) {
    failures.remove(near(login, address));
  }

  private static String near(String login, String address) {
    return "b " + address + " " + login;
  }

  private int count(String key) {
    Failures known = failures.get(key);
    return known == null || isOver(known) ? 0 : known.count;
  }

  private void add(String key) {
    Failures known = failures.get(key);
    if (known == null || isOver(known)) {
      failures.put(key, new Failures(1, clock.instant()));
    } else {
      failures.put(key, new Failures(known.count + 1, known.since));
    }
  }

  /** A clock that went back by more than the window ends it too: nobody is shut out for days. */
  private boolean isOver(Failures known) {
    return Duration.between(known.since, clock.instant()).abs().compareTo(WINDOW) >= 0;
  }
}
