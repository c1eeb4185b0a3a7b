package tenbin.web.signin;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.UUID;
import tenbin.nouns.member.Factors;

/**
 * A browser in which somebody is signed in. It lies in the browser's session and leaves the list
 * with it.
 */
public final class Seat implements HttpSessionBindingListener {
  private final UUID id = UUID.randomUUID();
  private final String login;
  private final Instant since;
  private final String address;
  private final String browser;
  private final Factors factors;
  private final Seats seats;
  private volatile Instant last;
  private volatile boolean ended;

  Seat(Seats seats, String login, Factors factors, Instant since, String address, String browser) {
    this.seats = seats;
    this.login = login;
    this.factors = factors;
    this.since = since;
    this.last = since;
    this.address = address;
    this.browser = browser;
  }

  /** Identity; no secret. */
  public UUID id() {
    return id;
  }

  public String login() {
    return login;
  }

  public Instant since() {
    return since;
  }

  /** What was proved when it signed in; a code beside a password is not counted here. */
  Factors factors() {
    return factors;
  }

  /** When it asked for something last. */
  public Instant last() {
    return last;
  }

  /** The address that it signed in from. */
  public String address() {
    return address;
  }

  /** What it says that it is. */
  public String browser() {
    return browser;
  }

  boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }

  void touch(Instant at) {
    last = at;
  }

  @Override
  public void valueBound(HttpSessionBindingEvent event) {
    seats.add(this);
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    seats.remove(this);
  }
}
