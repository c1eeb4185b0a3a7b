/**
 * Every member's own rows out.
 *
 * <p>In: requests of recipients, attributed observations.
 *
 * <p>Out: Disclosures, cursors, receipts.
 *
 * <p>Called by: the hub's API and pages, channels.
 *
 * <p>Never: takes anything that is not a Disclosure; keeps bytes in an outbox.
 */
@NullMarked
package tenbin.spine.deliver;

import org.jspecify.annotations.NullMarked;
