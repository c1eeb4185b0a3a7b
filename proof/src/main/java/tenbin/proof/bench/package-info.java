/**
 * What every benchmark shares: how it is called, what it reports, the clock of processor time.
 *
 * <p>In: an optional input file and a seeded randomness.
 *
 * <p>Out: one result, one JSON object.
 *
 * <p>Called by: the benchmarks, the launcher's bench act.
 *
 * <p>Never: reports a figure whose answer was not checked as good.
 */
@NullMarked
package tenbin.proof.bench;

import org.jspecify.annotations.NullMarked;
