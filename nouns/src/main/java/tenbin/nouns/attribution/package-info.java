/**
 * Whose network an observation concerned at its time, and how we know.
 *
 * <p>In: a table's answer.
 *
 * <p>Out: the responsible party with the evidence.
 *
 * <p>Called by: attribute makes it; balance, correlate, the pages read it.
 *
 * <p>Never: guesses.
 */
@NullMarked
package tenbin.nouns.attribution;

import org.jspecify.annotations.NullMarked;
