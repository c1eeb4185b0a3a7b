/**
 * What the circle does about a finding.
 *
 * <p>In: findings and members' answers.
 *
 * <p>Out: cases with their matrix of answers.
 *
 * <p>Called by: the desks, the pages.
 *
 * <p>Never: shows a member to another.
 */
@NullMarked
package tenbin.spine.casework;

import org.jspecify.annotations.NullMarked;
