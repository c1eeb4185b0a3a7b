/**
 * Events of IntelMQ (its data harmonisation, 82 fields) as JSON, read and written.
 *
 * <p>In: an object, an array, lines, or an array that an API wraps; Disclosures.
 *
 * <p>Out: observations; lines of IntelMQ events.
 *
 * <p>Called by: Formats; deliver.
 *
 * <p>Never: believes an event's own attribution; shows a feed's name.
 */
@NullMarked
package tenbin.wire.intelmq;

import org.jspecify.annotations.NullMarked;
