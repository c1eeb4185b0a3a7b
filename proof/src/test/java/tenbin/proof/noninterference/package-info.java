/**
 * Two hubs whose worlds differ only in what one recipient may not see, compared byte for byte.
 *
 * <p>In: a seed.
 *
 * <p>Out: the first byte in which two hubs answered that recipient differently, with its place.
 *
 * <p>Called by: the build, every night with more pairs, a person with one seed.
 *
 * <p>Never: asks the balance what a recipient may see: a naive reference of its own says that.
 */
@NullMarked
package tenbin.proof.noninterference;

import org.jspecify.annotations.NullMarked;
