/**
 * How long a member waits for a row after its report was acknowledged, under a national day's load.
 *
 * <p>In: a seeded randomness; nothing else.
 *
 * <p>Out: the latencies of every row, and whether each was noticed exactly once by whom it
 * concerns.
 *
 * <p>Called by: the act {@code bench}.
 *
 * <p>Never: calls any machine but its own.
 */
@NullMarked
package tenbin.proof.notice;

import org.jspecify.annotations.NullMarked;
