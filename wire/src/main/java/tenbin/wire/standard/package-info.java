/**
 * The one list of the formats that are read.
 *
 * <p>In: nothing.
 *
 * <p>Out: the formats in the order in which they are tried.
 *
 * <p>Called by: collect, the command line, tests over all formats.
 *
 * <p>Never: known to a reader: a container reads its parts in the formats its report brings.
 */
@NullMarked
package tenbin.wire.standard;

import org.jspecify.annotations.NullMarked;
