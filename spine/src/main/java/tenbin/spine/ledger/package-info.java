/**
 * What left, for ever: a hash chain.
 *
 * <p>In: entries.
 *
 * <p>Out: receipts, proofs that nothing was changed.
 *
 * <p>Called by: deliver.
 *
 * <p>Never: changes or removes a line.
 */
@NullMarked
package tenbin.spine.ledger;

import org.jspecify.annotations.NullMarked;
