/**
 * What follows for what has already gone out when a basis is revoked (DISCLOSURE section 8).
 *
 * <p>In: deliveries that rested on it, the policy without it.
 *
 * <p>Out: who must delete what by when, whose delivery now rests on something else, what stays.
 *
 * <p>Called by: the ledger's revocation; the case files.
 *
 * <p>Never: sends anything.
 */
@NullMarked
package tenbin.balance.recall;

import org.jspecify.annotations.NullMarked;
