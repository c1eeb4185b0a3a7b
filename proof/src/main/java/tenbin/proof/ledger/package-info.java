/**
 * The benchmark of the ledger: lines a second that are durable, proofs out of a tree of ten million
 * leaves, whether one flipped bit is found.
 *
 * <p>In: a seeded randomness.
 *
 * <p>Out: one result.
 *
 * <p>Called by: the launcher's bench act.
 *
 * <p>Never: times a proof that it does not check.
 */
@NullMarked
package tenbin.proof.ledger;

import org.jspecify.annotations.NullMarked;
