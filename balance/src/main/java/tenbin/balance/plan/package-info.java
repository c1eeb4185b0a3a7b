/**
 * Compiled plans: one question, worked out once for every kind of row and applied to rows in bulk.
 *
 * <p>In: a policy set; a question without its rows; rows as the few things that decisions hang on.
 *
 * <p>Out: for each row the interpreter's answer, looked up.
 *
 * <p>Called by: whatever decides many rows for one recipient at one time.
 *
 * <p>Never: decides anything itself: every answer is the interpreter's for a row of the same kind.
 */
@NullMarked
package tenbin.balance.plan;

import org.jspecify.annotations.NullMarked;
