/**
 * How many rows there are, by what the balance decides alike, by kind and by day.
 *
 * <p>In: each row that is stored, in its own transaction.
 *
 * <p>Out: sums that cost nothing to ask for; where in the hub's order rows of some days lie.
 *
 * <p>Called by: collect when it writes; the scales, deliver and retention when they ask.
 *
 * <p>Never: decides what anybody may know of a number.
 */
@NullMarked
package tenbin.spine.storage.count;

import org.jspecify.annotations.NullMarked;
