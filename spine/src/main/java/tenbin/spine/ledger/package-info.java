/**
 * What left, for ever: a hash chain.
 *
 * <p>In: entries: what left, and what became of it.
 *
 * <p>Out: receipts, proofs that nothing was changed.
 *
 * <p>Called by: deliver, recall.
 *
 * <p>Never: changes or removes a line.
 */
@NullMarked
package tenbin.spine.ledger;

import org.jspecify.annotations.NullMarked;
