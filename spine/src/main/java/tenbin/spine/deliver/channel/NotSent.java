package tenbin.spine.deliver.channel;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tenbin.spine.deliver.channel.Obstacle.Cause;

/** A delivery that did not arrive, or not surely. A checked outcome, not a bug. */
public final class NotSent extends Exception {
  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  public enum Kind {
    /** Try again after a while. */
    LATER,
    /** Trying again changes nothing: a person must see to it. */
    NEVER,
    /** The parcel is too large for the channel: at once again with fewer rows. */
    TOO_LARGE
  }

  private final Kind kind;
  private final transient Obstacle obstacle;
  private final transient Optional<Duration> notBefore;

  private NotSent(Kind kind, Obstacle obstacle, Optional<Duration> notBefore) {
    super(obstacle.in(Locale.ENGLISH), null, false, false);
    this.kind = kind;
    this.obstacle = obstacle;
    this.notBefore = notBefore;
  }

  public static NotSent later(Cause cause, String detail) {
    return new NotSent(Kind.LATER, new Obstacle(cause, detail), Optional.empty());
  }

  /** The receiver says how long to stay away. */
  public static NotSent later(Cause cause, String detail, Duration notBefore) {
    return new NotSent(Kind.LATER, new Obstacle(cause, detail), Optional.of(notBefore));
  }

  public static NotSent never(Cause cause, String detail) {
    return new NotSent(Kind.NEVER, new Obstacle(cause, detail), Optional.empty());
  }

  /** For a cause that says all by itself. */
  public static NotSent never(Cause cause) {
    return never(cause, "");
  }

  public static NotSent tooLarge(Cause cause, String detail) {
    return new NotSent(Kind.TOO_LARGE, new Obstacle(cause, detail), Optional.empty());
  }

  /** Why, for the recipient's page in its reader's language. */
  public Obstacle obstacle() {
    return obstacle;
  }

  public Kind kind() {
    return kind;
  }

  /** How long to wait at least, where the receiver said so. */
  public Optional<Duration> notBefore() {
    return notBefore;
  }

  /** The reason in English, for programs and logs. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
