/**
 * A first declaration for a member, out of what its ASes are seen to do and what is registered of
 * them, and what changed since the last one.
 *
 * <p>In: AS numbers, a routing table, VRPs, route objects, relations of ASes, a declaration.
 *
 * <p>Out: a declaration with the evidence of every line, what people must decide, differences.
 *
 * <p>Called by: the configuration's act and page.
 *
 * <p>Never: declares anything for anybody; proposes what two ASes claim.
 */
@NullMarked
package tenbin.desks.routes.propose;

import org.jspecify.annotations.NullMarked;
