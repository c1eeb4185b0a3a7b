/**
 * RIS Live: what the collectors of the RIPE NCC hear, as JSON messages.
 *
 * <p>In: messages, one a line of a file or one by one from a connection; the raw form among them.
 *
 * <p>Out: routes with their attributes and the peer that told them; damaged ones as warnings.
 *
 * <p>Called by: the routes desk, by archive or by its client.
 *
 * <p>Never: opens a connection; holds more than one message.
 */
@NullMarked
package tenbin.wire.rislive;

import org.jspecify.annotations.NullMarked;
