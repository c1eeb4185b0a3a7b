/**
 * What the hub removes because its time is over.
 *
 * <p>In: the circle's retention, the day.
 *
 * <p>Out: removals, each with a line that stays.
 *
 * <p>Called by: the hub's daily round, the command line.
 *
 * <p>Never: touches the ledger's lines, or anything whose time is not over.
 */
@NullMarked
package tenbin.spine.retention;

import org.jspecify.annotations.NullMarked;
