/**
 * Merkle trees and what they prove (RFC 9162 section 2.1): that something is in, that nothing was
 * taken out, that a list is whole.
 *
 * <p>In: hashes of leaves, or of whole subtrees.
 *
 * <p>Out: roots, proofs, the root that a proof leads to.
 *
 * <p>Called by: the ledger, who verifies without a hub.
 *
 * <p>Never: reads or writes anything.
 */
@NullMarked
package tenbin.spine.ledger.tree;

import org.jspecify.annotations.NullMarked;
