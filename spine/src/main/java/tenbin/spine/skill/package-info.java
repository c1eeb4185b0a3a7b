/**
 * Who of the circle can do what: analyse firmware, speak Korean, run sinkholes. Each member says it
 * of its own people.
 *
 * <p>In: what members' people write of themselves.
 *
 * <p>Out: the skills that one member may see, as the balance disclosed them.
 *
 * <p>Called by: the hub's page and API of skills.
 *
 * <p>Never: names a person; a member is asked, not somebody of it.
 */
@NullMarked
package tenbin.spine.skill;

import org.jspecify.annotations.NullMarked;
