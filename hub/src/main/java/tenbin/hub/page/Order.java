package tenbin.hub.page;

import java.time.DateTimeException;
import java.time.ZoneId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;

/**
 * What the form for a new subscription says.
 *
 * @param when "at-once", "hourly", "daily" or "rows"
 * @param hour of a daily one, in the reader's zone
 * @param rows of one that waits for so many
 */
public record Order(
    String channel, String address, String format, String when, int hour, int rows) {
  static final Order EMPTY = new Order("webhook", "", "json-lines", "at-once", 7, 100);

  Subscription.Order in(ZoneId zone) throws NotSent {
    String schedule =
        switch (when) {
          case "daily" -> "daily " + hour + " " + zone;
          case "rows" -> "rows " + rows;
          default -> when;
        };
    try {
      return new Subscription.Order(
          Purpose.NOTIFY_AFFECTED_CUSTOMER,
          channel,
          address.strip(),
          format,
          Schedule.parse(schedule));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw NotSent.never(Cause.NOT_A_SCHEDULE, schedule);
    }
  }
}
