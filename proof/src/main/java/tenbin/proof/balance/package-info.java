/**
 * The benchmark of the balance: rows a second through compiled plans, the time of one large
 * decision by the interpreter, what-if over a backlog.
 *
 * <p>In: randomness.
 *
 * <p>Out: one result, its answers checked against the interpreter and against what was planted.
 *
 * <p>Called by: {@code tenbin bench balance}.
 *
 * <p>Never: reads a hub's data.
 */
@NullMarked
package tenbin.proof.balance;

import org.jspecify.annotations.NullMarked;
