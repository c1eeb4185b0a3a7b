/**
 * Events of n6 (CERT Polska) as JSON.
 *
 * <p>In: an array, lines or a stream of objects, as n6's REST and stream interfaces give them.
 *
 * <p>Out: one observation for each address of an event.
 *
 * <p>Called by: Formats.
 *
 * <p>Never: shows an event's source; believes the numbers n6 added to an address.
 */
@NullMarked
package tenbin.wire.n6;

import org.jspecify.annotations.NullMarked;
