/**
 * Elections of roles in working groups: candidates, one secret vote a member, a result with which
 * whoever was elected holds its role.
 *
 * <p>In: what chairs, the secretariat, candidates and voters of a group do.
 *
 * <p>Out: elections as one member may see them, as the balance disclosed them; roles for a term.
 *
 * <p>Called by: the hub's pages and API of groups, Today.
 *
 * <p>Never: keeps who voted beside what was voted, counts before the end, or tells a count from
 * which a single vote could be read.
 */
@NullMarked
package tenbin.spine.group.election;

import org.jspecify.annotations.NullMarked;
