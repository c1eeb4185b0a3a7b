/**
 * The balance as a picture: what of the stored rows goes, what stays and why, and what one further
 * ground would tip.
 *
 * <p>In: the stored rows by group, the policy in force, a ground that somebody could give.
 *
 * <p>Out: rows by purpose, recipient and reason; rows and recipients that one ground would tip.
 *
 * <p>Called by: the pages of a member about what it holds itself, and of the secretariat.
 *
 * <p>Never: looks at single rows; tells one member of what another one holds.
 */
@NullMarked
package tenbin.spine.scales;

import org.jspecify.annotations.NullMarked;
