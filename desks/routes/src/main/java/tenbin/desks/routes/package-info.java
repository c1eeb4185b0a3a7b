/**
 * The routes desk: what members' routers and public collectors see of BGP, held against what
 * members and registries say should be.
 *
 * <p>In: routes of feeds, declarations of members, tables of registries.
 *
 * <p>Out: one incident a cause, with its begin, growth and end, its evidence and every prefix.
 *
 * <p>Called by: the hub, which registers it; the acts of the launcher.
 *
 * <p>Never: announces anything; knows another desk, Spring, or who asks.
 */
@NullMarked
package tenbin.desks.routes;

import org.jspecify.annotations.NullMarked;
