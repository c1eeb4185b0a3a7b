/**
 * How fast recorded routes are read: full decode beside plain unpacking and beside bgpdump.
 *
 * <p>In: an MRT file, packed or not, or one that is made from a seed.
 *
 * <p>Out: rates, with every answer checked by a second reading of another making.
 *
 * <p>Called by: the act bench.
 *
 * <p>Never: tells a rate of a reading whose elements or lines differ from another's.
 */
@NullMarked
package tenbin.proof.mrt;

import org.jspecify.annotations.NullMarked;
