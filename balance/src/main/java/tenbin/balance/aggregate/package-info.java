/**
 * What may be told as a number: cells that are large enough, of several members, and that nobody
 * can take apart by subtracting one publication from another (DISCLOSURE section 6).
 *
 * <p>In: the smallest cells with their subjects and contributors; the cells that are wanted; what
 * was published before.
 *
 * <p>Out: the cells that may be told, merged where they must be.
 *
 * <p>Called by: statistics of the circle; the case files.
 *
 * <p>Never: tells a number of a cell that is not safe, nor lets one be computed.
 */
@NullMarked
package tenbin.balance.aggregate;

import org.jspecify.annotations.NullMarked;
