/**
 * Makes a circle's day of sightings with the truth about it.
 *
 * <p>In: parameters from the literature, a seed.
 *
 * <p>Out: sightings in the hub's order, planted groups and campaigns.
 *
 * <p>Called by: benchmarks and stories.
 *
 * <p>Never: knows a detector, or is known by one.
 */
@NullMarked
package tenbin.proof.generator;

import org.jspecify.annotations.NullMarked;
