/**
 * The station that routers dial to tell of the sessions that they have (RFC 7854, 8671, 9069).
 *
 * <p>In: connections of configured routers, and what they say.
 *
 * <p>Out: the routes of each monitored peer into a {@code RouteSink}; the state of each router.
 *
 * <p>Called by: the desk, which knows the routers.
 *
 * <p>Never: says a word to a router; lets one router cost another anything.
 */
@NullMarked
package tenbin.desks.routes.bmp;

import org.jspecify.annotations.NullMarked;
