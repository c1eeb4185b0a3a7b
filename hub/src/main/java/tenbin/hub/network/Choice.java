package tenbin.hub.network;

import java.time.Duration;
import java.time.Instant;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.Deliveries;

/**
 * What a reader chose to see of its own network.
 *
 * @param range "1d", "7d" or "30d"
 * @param type an RSIT type, empty for all
 * @param q an address, a prefix, a family or a sector
 */
public record Choice(String range, String type, String q) {
  /** What rows of one's own network are told for. */
  public static final Purpose PURPOSE = Purpose.NOTIFY_AFFECTED_CUSTOMER;

  private static final int MOST_TEXT = 100;

  /** From what a form or an address says; what is no choice is the usual one. */
  public static Choice of(String range, String type, String q) {
    String known = range.equals("1d") || range.equals("30d") ? range : "7d";
    String text = q.strip();
    return new Choice(known, type, text.substring(0, Math.min(text.length(), MOST_TEXT)));
  }

  /** How long ago it begins. */
  public Duration length() {
    return switch (range) {
      case "1d" -> Duration.ofDays(1);
      case "30d" -> Duration.ofDays(30);
      default -> Duration.ofDays(7);
    };
  }

  /** The width of a bar of its picture. */
  public Duration bucket() {
    return switch (range) {
      case "1d" -> Duration.ofHours(1);
      case "30d" -> Duration.ofDays(1);
      default -> Duration.ofHours(6);
    };
  }

  /** Its rows, the newest first, among them some of clocks that go ahead. */
  public Deliveries.Search rows(MemberId member, Instant now, int most, int skip) {
    Instant to = now.plus(Duration.ofDays(1));
    return new Deliveries.Search(member, PURPOSE, now.minus(length()), to, type, q, most, skip);
  }

  /** Its whole bars, of every class; a picture of one class is a part of them. */
  public Deliveries.Search bars(MemberId member, Instant now, int most) {
    long bucket = bucket().toMillis();
    Instant to = Instant.ofEpochMilli((now.toEpochMilli() / bucket + 1) * bucket);
    return new Deliveries.Search(member, PURPOSE, to.minus(length()), to, "", q, most, 0);
  }
}
