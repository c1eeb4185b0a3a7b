/**
 * Feedback reports of mail providers (ARF, RFC 5965, with RFC 6692's Source-Port).
 *
 * <p>In: the text of a message/feedback-report, the mail around it, the header of the mail
 * complained about.
 *
 * <p>Out: one observation a report.
 *
 * <p>Called by: mail.
 *
 * <p>Never: reads the mail complained about beyond its header.
 */
@NullMarked
package tenbin.wire.arf;

import org.jspecify.annotations.NullMarked;
