/**
 * Stories of the portal in a real hub: who tells, who sees, who does not, and what is left after a
 * withdrawal.
 *
 * <p>In: a hub of the demo's circle.
 *
 * <p>Out: nothing.
 *
 * <p>Called by: the build.
 *
 * <p>Never: looks into the hub but by its pages.
 */
@NullMarked
package tenbin.proof.portal;

import org.jspecify.annotations.NullMarked;
