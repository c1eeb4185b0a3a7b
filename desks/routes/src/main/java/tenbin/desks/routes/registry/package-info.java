/**
 * What registries and others say of routes: RPKI, routing registries, relations of ASes, space that
 * is never announced.
 *
 * <p>In: VRPs, ASPAs, route objects, relations, lists of exchanges, delegations.
 *
 * <p>Out: immutable tables that answer millions of questions a second, on any thread.
 *
 * <p>Called by: the detectors, the looking glass, the configuration's proposals.
 *
 * <p>Never: judges an incident; changes a table that somebody holds.
 */
@NullMarked
package tenbin.desks.routes.registry;

import org.jspecify.annotations.NullMarked;
