package tenbin.spine.deliver.channel;

import java.time.Duration;
import java.util.Optional;

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
  private final transient Optional<Duration> notBefore;

  private NotSent(Kind kind, String words, Optional<Duration> notBefore) {
    super(words, null, false, false);
    this.kind = kind;
    this.notBefore = notBefore;
  }

  public static NotSent later(String words) {
    return new NotSent(Kind.LATER, words, Optional.empty());
  }

  /** The receiver says how long to stay away. */
  public static NotSent later(String words, Duration notBefore) {
    return new NotSent(Kind.LATER, words, Optional.of(notBefore));
  }

  public static NotSent never(String words) {
    return new NotSent(Kind.NEVER, words, Optional.empty());
  }

  public static NotSent tooLarge(String words) {
    return new NotSent(Kind.TOO_LARGE, words, Optional.empty());
  }

  public Kind kind() {
    return kind;
  }

  /** How long to wait at least, where the receiver said so. */
  public Optional<Duration> notBefore() {
    return notBefore;
  }

  /** The reason in words, for the recipient's page. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
