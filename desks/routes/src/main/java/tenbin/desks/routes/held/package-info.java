/**
 * What one vantage point has told and not taken back: which prefixes, and of several paths to a
 * prefix which.
 *
 * <p>In: updates of one session, in their order; that the session restarts or ends.
 *
 * <p>Out: announced, withdrawn, lost, complete, into a {@code RouteSink}; how many routes there
 * are.
 *
 * <p>Called by: our BGP sessions and the station that BMP routers dial.
 *
 * <p>Never: keeps a route's attributes, but where there are several paths to one prefix.
 */
@NullMarked
package tenbin.desks.routes.held;

import org.jspecify.annotations.NullMarked;
