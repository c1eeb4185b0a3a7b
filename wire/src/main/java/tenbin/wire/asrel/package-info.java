/**
 * Relations of ASes as CAIDA publishes them, inferred from public tables.
 *
 * <p>In: as-rel files, serial-1 and serial-2, plain or packed.
 *
 * <p>Out: pairs one by one; damaged lines as warnings.
 *
 * <p>Called by: the routes desk, which makes its table of them.
 *
 * <p>Never: infers a relation; holds a whole file.
 */
@NullMarked
package tenbin.wire.asrel;

import org.jspecify.annotations.NullMarked;
