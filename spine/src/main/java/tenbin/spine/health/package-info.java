/**
 * How the ways in and out are doing, for people to see.
 *
 * <p>In: successes and failures of sources and channels.
 *
 * <p>Out: the last of each, by name.
 *
 * <p>Called by: the runners, the pages.
 *
 * <p>Never: holds more than one line per name.
 */
@NullMarked
package tenbin.spine.health;

import org.jspecify.annotations.NullMarked;
