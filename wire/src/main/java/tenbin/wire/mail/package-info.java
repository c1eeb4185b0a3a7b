/**
 * Whole mails (RFC 5322, MIME) that carry reports.
 *
 * <p>In: an .eml as received.
 *
 * <p>Out: the observations of whatever it carries: ARF, X-ARF, attachments in any format.
 *
 * <p>Called by: Formats.
 *
 * <p>Never: answers a mail; reads one that is itself an answer; keeps the text of a complaint.
 */
@NullMarked
package tenbin.wire.mail;

import org.jspecify.annotations.NullMarked;
