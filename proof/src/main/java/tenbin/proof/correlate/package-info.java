/**
 * Measures the correlator against a day whose truth is known.
 *
 * <p>In: a generated day.
 *
 * <p>Out: recall, precision, false groups a day, beside the naive rule's.
 *
 * <p>Called by: `tenbin bench correlate`, tests.
 *
 * <p>Never: lets the detector see the truth.
 */
@NullMarked
package tenbin.proof.correlate;

import org.jspecify.annotations.NullMarked;
