/**
 * JSON as the formats share it: pulled record by record within limits, written as text.
 *
 * <p>In: a report's bytes; values to write.
 *
 * <p>Out: bounded trees, one at a time; text of RFC 8259.
 *
 * <p>Called by: the readers and writers of JSON formats.
 *
 * <p>Never: holds more than one record; lets one bad line spoil the next.
 */
@NullMarked
package tenbin.wire.json;

import org.jspecify.annotations.NullMarked;
