/**
 * A door at which routers knock, and the line to one of them: sockets, threads and their limits.
 *
 * <p>In: connections of addresses that are expected; octets, message by message.
 *
 * <p>Out: whole messages, one after the other; since when one is half sent or unsent.
 *
 * <p>Called by: our BGP sessions and the station that BMP routers dial.
 *
 * <p>Never: dials anybody; knows what a message says.
 */
@NullMarked
package tenbin.desks.routes.port;

import org.jspecify.annotations.NullMarked;
