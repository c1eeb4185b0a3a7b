/**
 * Who else saw it: counters, groups, findings.
 *
 * <p>In: attributed observations in the hub's order.
 *
 * <p>Out: bands and findings.
 *
 * <p>Called by: collect's chain, the desks.
 *
 * <p>Never: stores pairs; knows a thread, a clock or a disk.
 */
@NullMarked
package tenbin.spine.correlate;

import org.jspecify.annotations.NullMarked;
