/**
 * The benchmark of the pages: fifty people read at once on the demo circle with millions of rows.
 *
 * <p>In: how many rows, how many people, for how long.
 *
 * <p>Out: for every page how long its answers took; errors; whether the numbers on it were right.
 *
 * <p>Called by: the bench act.
 *
 * <p>Never: puts a row into the database by another way than the hub's own intake.
 */
@NullMarked
package tenbin.proof.pages;

import org.jspecify.annotations.NullMarked;
