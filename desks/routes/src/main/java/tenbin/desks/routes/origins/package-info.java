/**
 * What the table says of whose networks are where, as dated files that attribution reads: so that
 * an address is attributed by the origins of its time.
 *
 * <p>In: the table of all routes.
 *
 * <p>Out: prefix-to-origin files with the time from which each is so, in a folder.
 *
 * <p>Called by: the hub's schedule, beside the watch.
 *
 * <p>Never: writes what one vantage point alone says where there are more; keeps more files than it
 * is told.
 */
@NullMarked
package tenbin.desks.routes.origins;

import org.jspecify.annotations.NullMarked;
