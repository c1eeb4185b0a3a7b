package tenbin.spine.deliver.mail;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import tenbin.spine.post.HubAddress;

/**
 * How this circle's digests look and how large they may be.
 *
 * @param address the hub's
 * @param circle the circle's name for people
 * @param page where a recipient finds its rows, signed in
 * @param zone in which the answer's due time is told
 * @param answerWithin how long a recipient has to answer
 * @param zipAbove bytes of the attachment from which it is zipped
 * @param mostBytes of the attachment as sent; above that the mail says where the page is
 * @param mostRows in one mail
 */
public record MailRules(
    HubAddress address,
    String circle,
    URI page,
    ZoneId zone,
    Duration answerWithin,
    int zipAbove,
    int mostBytes,
    int mostRows) {
  private static final int MOST_NAME = 100;

  /**
   * A week to answer, the weekly cycle of cleaning; zipped above 256 KiB; at most 5 MiB, which
   * base64 makes 7, below the 10 that the strictest common servers take; 50,000 nine-column rows
   * are 4 MB.
   */
  public static MailRules of(HubAddress address, String circle, URI page, ZoneId zone) {
    return new MailRules(
        address, circle, page, zone, Duration.ofDays(7), 256 << 10, 5 << 20, 50_000);
  }

  public MailRules {
    if (circle.isBlank()
        || circle.length() > MOST_NAME
        || circle.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a circle's name for a mail");
    }
  }

  public MailRules withSizes(int zipAboveBytes, int atMostBytes) {
    return new MailRules(
        address, circle, page, zone, answerWithin, zipAboveBytes, atMostBytes, mostRows);
  }
}
