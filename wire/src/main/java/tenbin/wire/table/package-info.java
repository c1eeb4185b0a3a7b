/**
 * What the readers of reference tables share: bounded lines, ranges, a tally.
 *
 * <p>In: files of operators, registries and measurement projects, plain or gzip.
 *
 * <p>Out: lines with their numbers; damaged ones as warnings.
 *
 * <p>Called by: attribute, which makes its tables of them.
 *
 * <p>Never: holds a whole file.
 */
@NullMarked
package tenbin.wire.table;

import org.jspecify.annotations.NullMarked;
