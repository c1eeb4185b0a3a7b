/**
 * What the routes desk finds and how fast, held against what a generator put there.
 *
 * <p>In: tables and updates with known truth.
 *
 * <p>Out: figures that were checked.
 *
 * <p>Called by: the benchmarks and the tests of the desk.
 *
 * <p>Never: counts something as found that has another kind or another culprit.
 */
@NullMarked
package tenbin.proof.routes;

import org.jspecify.annotations.NullMarked;
