/**
 * The state of a hub at one moment, for those who keep it running.
 *
 * <p>In: the database, the disk, the queue of reports, the ways in and out, the tables in force.
 *
 * <p>Out: the numbers of that moment.
 *
 * <p>Called by: the pages.
 *
 * <p>Never: judges what it counts.
 */
@NullMarked
package tenbin.spine.checkup;

import org.jspecify.annotations.NullMarked;
