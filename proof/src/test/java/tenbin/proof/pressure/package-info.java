/**
 * A hub with far more waiting than its memory holds.
 *
 * <p>In: reports by the million rows.
 *
 * <p>Out: proof that what waits lies on disk, and that every row comes through once.
 *
 * <p>Called by: the build with few rows and a small heap, the nightly build with four million.
 *
 * <p>Never: keeps the rows in the memory of the test.
 */
@NullMarked
package tenbin.proof.pressure;

import org.jspecify.annotations.NullMarked;
