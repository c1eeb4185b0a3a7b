/**
 * XARF and X-ARF, the field's reports of abuse: mails of 0.1 and 0.2, JSON of version 3 and 4.
 *
 * <p>In: a JSON report; report.txt of a mail; Disclosures.
 *
 * <p>Out: observations; reports of version 4.
 *
 * <p>Called by: Formats; mail; deliver.
 *
 * <p>Never: keeps evidence itself: it lies in the raw report.
 */
@NullMarked
package tenbin.wire.xarf;

import org.jspecify.annotations.NullMarked;
