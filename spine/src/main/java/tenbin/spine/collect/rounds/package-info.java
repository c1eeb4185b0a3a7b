/**
 * The rounds of all sources.
 *
 * <p>In: sources by name, the intake.
 *
 * <p>Out: polls, their health.
 *
 * <p>Called by: the hub's wiring, the pages.
 *
 * <p>Never: lets one source's failure stop another.
 */
@NullMarked
package tenbin.spine.collect.rounds;

import org.jspecify.annotations.NullMarked;
