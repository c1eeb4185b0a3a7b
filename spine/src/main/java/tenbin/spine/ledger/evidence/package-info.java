/**
 * Evidence that stands by itself: receipts, statements and heads as files, and whether they hold.
 *
 * <p>In: the bytes of a file, the ledger's public key.
 *
 * <p>Out: what holds, or what is wrong with it.
 *
 * <p>Called by: the ledger, which makes such files; whoever got one.
 *
 * <p>Never: asks a hub, a database or a clock.
 */
@NullMarked
package tenbin.spine.ledger.evidence;

import org.jspecify.annotations.NullMarked;
