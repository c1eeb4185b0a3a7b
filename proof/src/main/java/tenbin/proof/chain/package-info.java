/**
 * The whole way of a report, timed and checked: in memory, and durably to the members' pulls.
 *
 * <p>In: a Shadowserver file, or one made here of the same shape.
 *
 * <p>Out: rows per CPU-second and per second, and whether the answer is right.
 *
 * <p>Called by: the act {@code bench}.
 *
 * <p>Never: times an answer that it does not check.
 */
@NullMarked
package tenbin.proof.chain;

import org.jspecify.annotations.NullMarked;
