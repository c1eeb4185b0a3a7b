/**
 * Asking whoever can open a gate: once for one thing, with an end, by whom a policy says.
 *
 * <p>In: what the balance says may be asked about reports and rows; answers of people.
 *
 * <p>Out: tasks; grounds in the book of grounds where the answer is yes; mails with signed links.
 *
 * <p>Called by: a round of the hub, the members' page of tasks, the portal.
 *
 * <p>Never: asks twice for one thing; takes a link that was followed for an answer.
 */
@NullMarked
package tenbin.spine.asking;

import org.jspecify.annotations.NullMarked;
