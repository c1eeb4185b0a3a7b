/**
 * What the members of a case say to each other in it, and who of one's own organisation has it in
 * hand.
 *
 * <p>In: comments and hand-overs of members' people.
 *
 * <p>Out: Disclosures of what a member may read: the text with names and addresses cut out, the
 * author by name only where it lets that be known.
 *
 * <p>Called by: the pages and the API of a case.
 *
 * <p>Never: names an author or a person to another member that may not know it.
 */
@NullMarked
package tenbin.spine.casework.talk;

import org.jspecify.annotations.NullMarked;
