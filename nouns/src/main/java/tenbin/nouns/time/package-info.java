/**
 * When something happened, and from when to when something holds.
 *
 * <p>In: text and numbers.
 *
 * <p>Out: moments with their clock error, and half-open validities.
 *
 * <p>Called by: every room.
 *
 * <p>Never: reads a clock.
 */
@NullMarked
package tenbin.nouns.time;

import org.jspecify.annotations.NullMarked;
