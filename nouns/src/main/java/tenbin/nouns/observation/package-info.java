/**
 * What one sensor saw, once.
 *
 * <p>In: fields a reader understood, and columns it only kept.
 *
 * <p>Out: observations with their identity.
 *
 * <p>Called by: wire makes them; attribute, correlate, balance read them.
 *
 * <p>Never: merges two observations.
 */
@NullMarked
package tenbin.nouns.observation;

import org.jspecify.annotations.NullMarked;
