/**
 * Our BGP sessions: members' routers peer with us and we listen (RFC 4271). The state machine is
 * values in, values out; sockets and clocks stand around it.
 *
 * <p>In: connections of configured neighbours, and what they say.
 *
 * <p>Out: routes into a {@code RouteSink}; OPEN, KEEPALIVE, NOTIFICATION; the state of each
 * neighbour.
 *
 * <p>Called by: the desk, which knows the neighbours.
 *
 * <p>Never: announces a route; dials a router; lets one neighbour cost another anything.
 */
@NullMarked
package tenbin.desks.routes.session;

import org.jspecify.annotations.NullMarked;
