/**
 * The RPKI client beside a real cache and its other clients: stayrtr, rtrclient, FRR.
 *
 * <p>In: a VRP file that changes; the daemons of the distribution, on loopback.
 *
 * <p>Out: the same set in all of them.
 *
 * <p>Called by: the build, where the daemons are installed.
 *
 * <p>Never: asks a cache of somebody else.
 */
@NullMarked
package tenbin.proof.routes.rtr;

import org.jspecify.annotations.NullMarked;
