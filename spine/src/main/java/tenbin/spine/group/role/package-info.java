/**
 * Roles of people in working groups, with their terms: who holds which until when, who held it
 * before, and what somebody may do in a group by them.
 *
 * <p>In: what members' administrators, chairs, the secretariat and elections say.
 *
 * <p>Out: the roles that one member sees, as the balance disclosed them; what one person may do.
 *
 * <p>Called by: the hub's pages and API of groups, Today, elections.
 *
 * <p>Never: opens anything by a role whose term is over or whose person has left.
 */
@NullMarked
package tenbin.spine.group.role;

import org.jspecify.annotations.NullMarked;
