/**
 * What the attack of a case does, in ATT&CK's terms, what stops it, who adopted that, and where the
 * same cause struck before.
 *
 * <p>In: what members' people write together: techniques, countermeasures, adoptions.
 *
 * <p>Out: Disclosures of what a member may read of it; names of members only where they let them be
 * known, everybody else as bands.
 *
 * <p>Called by: the pages and the API of a case.
 *
 * <p>Never: lets one writer's words replace another's without telling; tells what rests on words
 * that the reader may not have.
 */
@NullMarked
package tenbin.spine.casework.method;

import org.jspecify.annotations.NullMarked;
