/**
 * Groups: the circle's working groups with their minutes, and those that members open among
 * themselves without asking anybody, for a purpose and until a day.
 *
 * <p>In: the circle's working groups; what members' people do in groups.
 *
 * <p>Out: the groups that one member sees and their minutes, as the balance disclosed them.
 *
 * <p>Called by: the hub's pages and API of groups, retention.
 *
 * <p>Never: tells anybody else that a group among members is there, not even the secretariat.
 */
@NullMarked
package tenbin.spine.group;

import org.jspecify.annotations.NullMarked;
