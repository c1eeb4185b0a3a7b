package tenbin.wire.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;
import tenbin.wire.record.HeaderText;

/** Keeps mails out that would go round and round: answers by machines, mails of our own. */
public final class MailLoops {
  /** What every mail of ours carries in its X-Loop field. */
  public static final String OUR_MARK = "tenbin";

  /** RFC 5321 section 6.3: a mail with 100 and more Received fields is a loop. */
  private static final int MOST_HOPS = 100;

  private MailLoops() {}

  static void check(HeaderText header) throws Refused {
    Optional<String> why = why(header);
    if (why.isPresent()) {
      throw new Refused(Fault.MAIL_LOOP, Place.WHOLE, why.get());
    }
  }

  private static Optional<String> why(HeaderText header) {
    int hops = header.all("received").size();
    if (hops >= MOST_HOPS) {
      return Optional.of(hops + " Received fields");
    }
    if (header.all("x-loop").stream().anyMatch(MailLoops::isOurs)) {
      return Optional.of("a mail of our own came back (X-Loop)");
    }
    List<String> automatic = header.all("auto-submitted");
    if (automatic.stream().anyMatch(MailLoops::isAnswer)) {
      return Optional.of("an automatic answer (Auto-Submitted, RFC 3834)");
    }
    return Optional.empty();
  }

  private static boolean isOurs(String value) {
    return value.toLowerCase(Locale.ROOT).contains(OUR_MARK);
  }

  /** Reports are "auto-generated" and welcome; answers are "auto-replied". */
  private static boolean isAnswer(String value) {
    return value.toLowerCase(Locale.ROOT).startsWith("auto-replied");
  }
}
