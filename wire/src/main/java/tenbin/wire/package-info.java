/**
 * The formats of the field: one package each, found through {@link tenbin.wire.Formats}.
 *
 * <p>In: bytes as received; for writers a Disclosure.
 *
 * <p>Out: observations and warnings, in the report's order; for writers bytes.
 *
 * <p>Called by: collect, deliver, the command line.
 *
 * <p>Never: touches a network, a disk or a clock; throws for a bad row; drops a report for one.
 */
@NullMarked
package tenbin.wire;

import org.jspecify.annotations.NullMarked;
