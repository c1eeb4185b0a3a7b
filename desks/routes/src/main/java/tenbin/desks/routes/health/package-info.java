/**
 * Whether the word of a vantage point counts: who is silent, stale, wrong, or tells a part only.
 *
 * <p>In: what each vantage point says, as it says it; the table; what detectors found by one alone.
 *
 * <p>Out: the health of each, since when and why, with figures; whose word counts.
 *
 * <p>Called by: the watch, the page of feeds.
 *
 * <p>Never: judges a route; takes what one router does for what happened to everybody.
 */
@NullMarked
package tenbin.desks.routes.health;

import org.jspecify.annotations.NullMarked;
