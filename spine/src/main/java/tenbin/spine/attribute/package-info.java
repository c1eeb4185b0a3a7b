/**
 * Whose network an observation concerned at its time.
 *
 * <p>In: claims, prefix-to-origin tables, registry files.
 *
 * <p>Out: attributions with their evidence.
 *
 * <p>Called by: collect's chain, the command line.
 *
 * <p>Never: guesses: unknown stays unknown.
 */
@NullMarked
package tenbin.spine.attribute;

import org.jspecify.annotations.NullMarked;
