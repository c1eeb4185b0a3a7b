/**
 * Broken input by the million: what every parser has to bear.
 *
 * <p>In: well-formed reports and tables.
 *
 * <p>Out: mutants of them, and the proof that a parser keeps its contract over them.
 *
 * <p>Called by: the build for a seeded minute, the nightly build for five minutes a parser.
 *
 * <p>Never: goes by the clock on the wall; time is the processor time of the thread that reads.
 */
@NullMarked
package tenbin.wire.fuzz;

import org.jspecify.annotations.NullMarked;
