/**
 * What a circle does about a finding: a case, its members' answers, its deadline.
 *
 * <p>In: a finding's facts and people's answers.
 *
 * <p>Out: a case's state at a time.
 *
 * <p>Called by: correlate, the desks, the pages.
 *
 * <p>Never: names a member to another.
 */
@NullMarked
package tenbin.nouns.casework;

import org.jspecify.annotations.NullMarked;
