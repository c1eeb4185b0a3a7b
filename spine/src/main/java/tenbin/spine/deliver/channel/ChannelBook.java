package tenbin.spine.deliver.channel;

import java.util.List;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Subscriptions as people see and change them. A member names itself and reaches only its own; the
 * secretariat sees the dead letters of all. Any thread.
 */
public interface ChannelBook {
  /**
   * Orders a subscription.
   *
   * @throws NotSent when the channel, format, schedule or address cannot be served: why, in words
   */
  Subscription subscribe(MemberId recipient, Subscription.Order order) throws NotSent;

  /** A member's subscriptions that have not ended, in the order in which they were made. */
  List<Subscription> subscriptionsOf(MemberId recipient);

  /** The attempts of one of a member's subscriptions, newest first. */
  List<Attempt> attempts(MemberId recipient, UUID subscription, int most);

  /** All that failed for good, oldest failure first. */
  List<Subscription> deadLetters(int most);

  /**
   * Gives a dead letter up, with the reason: nothing more is sent for it.
   *
   * @return whether it was one
   */
  boolean putAside(MemberId recipient, UUID subscription, String why);

  /**
   * Makes a dead letter again of what was put aside.
   *
   * @return whether it was put aside
   */
  boolean bringBack(MemberId recipient, UUID subscription);

  /** What was put aside, newest first. */
  List<PutAside> putAside(int most);

  /**
   * Does something to one of a member's subscriptions.
   *
   * @return whether there was something to do
   */
  boolean change(MemberId recipient, UUID subscription, Change change);

  /** The secret that signs a webhook's deliveries, hexadecimal; for its recipient alone. */
  String secret(MemberId recipient, UUID subscription);

  /** The channels and the formats that can be ordered. */
  Channels channels();

  /** What can be done to a subscription. */
  enum Change {
    PAUSE,
    /** Goes on where it stood. */
    RESUME,
    /** Tries a dead or waiting one at once. */
    RETRY,
    /** Gives its webhook a new secret. */
    RENEW_SECRET,
    END
  }
}
