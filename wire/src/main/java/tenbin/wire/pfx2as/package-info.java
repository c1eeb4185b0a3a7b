/**
 * Prefix-to-origin tables as CAIDA publishes them: prefix, length and origins with tabs between.
 *
 * <p>In: such a file, plain or gzip.
 *
 * <p>Out: prefixes with their origins; damaged lines as warnings.
 *
 * <p>Called by: attribute, which makes its tables of them.
 *
 * <p>Never: drops a table for a line.
 */
@NullMarked
package tenbin.wire.pfx2as;

import org.jspecify.annotations.NullMarked;
