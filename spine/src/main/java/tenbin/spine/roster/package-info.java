/**
 * Who belongs to the circle and answers for what.
 *
 * <p>In: circle files.
 *
 * <p>Out: the current circle, conflicts to resolve.
 *
 * <p>Called by: attribute, deliver, the pages, the command line.
 *
 * <p>Never: lets one of two claimants win silently.
 */
@NullMarked
package tenbin.spine.roster;

import org.jspecify.annotations.NullMarked;
