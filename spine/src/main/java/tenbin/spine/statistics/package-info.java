/**
 * Numbers of the circle's rows that may be told (DISCLOSURE section 6): counted once for each ended
 * day, published once, kept as they were published.
 *
 * <p>In: stored rows with their holders; what the balance lets be counted for whom.
 *
 * <p>Out: cells as Disclosures, each to whom it may go.
 *
 * <p>Called by: the spine; the hub's page and API of statistics, its round.
 *
 * <p>Never: counts a day again; tells a number of a cell that is not safe, nor that it was not.
 */
@NullMarked
package tenbin.spine.statistics;

import org.jspecify.annotations.NullMarked;
