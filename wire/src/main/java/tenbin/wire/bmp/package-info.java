/**
 * BMP messages: what a router says of the BGP sessions that it has (RFC 7854, 8671, 9069).
 *
 * <p>In: the octets of one message.
 *
 * <p>Out: the peer that it is about and what is said of it; what is broken, with its place.
 *
 * <p>Called by: the desk that routers dial.
 *
 * <p>Never: reads beyond the length that a message says; remembers a message.
 */
@NullMarked
package tenbin.wire.bmp;

import org.jspecify.annotations.NullMarked;
