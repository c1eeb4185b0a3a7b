/**
 * How the ways in and out are doing, for people to see.
 *
 * <p>In: successes and failures of sources and channels, a look at the database and the disk.
 *
 * <p>Out: the last of each, by name; the numbers of one moment.
 *
 * <p>Called by: the runners, the pages.
 *
 * <p>Never: holds more than one line per name; judges what it counts.
 */
@NullMarked
package tenbin.spine.health;

import org.jspecify.annotations.NullMarked;
