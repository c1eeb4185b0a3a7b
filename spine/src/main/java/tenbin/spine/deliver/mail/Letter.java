package tenbin.spine.deliver.mail;

import java.net.URI;
import java.time.ZonedDateTime;

/**
 * What stands around a digest's summary.
 *
 * @param circle the circle's name
 * @param answerUntil when an answer is due, in the circle's zone
 * @param page where the rows are
 * @param rows where this mail has them
 */
record Letter(String circle, ZonedDateTime answerUntil, URI page, Rows rows) {
  /** Where a mail has its rows. */
  enum Rows {
    ATTACHED,
    /** Too large for a mail. */
    ON_THE_PAGE
  }
}
