/**
 * The way out of pages and API: what carries rows is written into the ledger before it goes.
 *
 * <p>In: Disclosures and the bytes made of them.
 *
 * <p>Out: the bytes, after their line in the ledger.
 *
 * <p>Called by: the hub's pages and API.
 *
 * <p>Never: lets bytes go when the ledger cannot be written.
 */
@NullMarked
package tenbin.web.exit;

import org.jspecify.annotations.NullMarked;
