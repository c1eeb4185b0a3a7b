/**
 * The list that Spamhaus gives to national CERTs: infected addresses with their last sighting.
 *
 * <p>In: CSV whose columns a comment names; times in seconds since 1970.
 *
 * <p>Out: observations.
 *
 * <p>Called by: the registry of formats.
 *
 * <p>Never: shows the remote side, which may be a sinkhole.
 */
@NullMarked
package tenbin.wire.spamhaus;

import org.jspecify.annotations.NullMarked;
