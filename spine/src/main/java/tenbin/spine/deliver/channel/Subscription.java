package tenbin.spine.deliver.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * A standing request: a recipient wants its rows sent. Never holds what was sent.
 *
 * @param id for the recipient's eyes too; random
 * @param recipient whose rows, and to whom
 * @param order what is wanted
 * @param state whether it runs
 * @param secretVersion which of its webhook secrets holds
 * @param failures attempts in a row that failed
 * @param dueAt when it is looked at next
 * @param madeAt when it was ordered
 * @param lastSuccess when something last arrived
 * @param lastErrorAt when something last failed
 * @param lastObstacle why it last failed, {@link Obstacle#NONE} when nothing ever did
 */
public record Subscription(
    UUID id,
    MemberId recipient,
    Order order,
    State state,
    int secretVersion,
    int failures,
    Instant dueAt,
    Instant madeAt,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastErrorAt,
    Obstacle lastObstacle) {

  /** Why it last failed, in English, for programs. */
  public String lastError() {
    return lastObstacle.in(Locale.ENGLISH);
  }

  /**
   * What a recipient orders.
   *
   * @param purpose what for
   * @param channel by name
   * @param address where to, in the channel's form
   * @param format by its name
   * @param schedule when
   */
  public record Order(
      Purpose purpose, String channel, String address, String format, Schedule schedule) {}

  /** Whether it runs. */
  public enum State {
    ACTIVE,
    /** Its recipient or the secretariat stopped it; it goes on where it stood. */
    PAUSED,
    /** It failed for good: a dead letter until a person has seen to it. Nothing is lost. */
    DEAD,
    ENDED
  }
}
