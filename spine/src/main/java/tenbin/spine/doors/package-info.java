/**
 * The doors that work by themselves, hung into a spine: sources in, channels out.
 *
 * <p>In: an open spine, what the operator configured.
 *
 * <p>Out: running sources and outbox; books of subscriptions, answers, health for the pages.
 *
 * <p>Called by: the hub's wiring.
 *
 * <p>Never: knows a page.
 */
@NullMarked
package tenbin.spine.doors;

import org.jspecify.annotations.NullMarked;
