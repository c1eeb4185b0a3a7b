/**
 * Whether a network is its holder's: asked of name servers and registries, by what only its holder
 * could have laid there.
 *
 * <p>In: a network and the mark of who says that it is its own.
 *
 * <p>Out: what was found, where it was looked for, and what could not be asked.
 *
 * <p>Called by: the hub, when somebody has a network checked.
 *
 * <p>Never: asks a server that anybody but the hub's operator named; follows a referral; waits or
 * reads without a limit.
 */
@NullMarked
package tenbin.spine.newcomer.proof;

import org.jspecify.annotations.NullMarked;
