/**
 * The ways out that send by themselves, and the outbox that drives them.
 *
 * <p>In: subscriptions: standing requests of recipients.
 *
 * <p>Out: deliveries with receipts, attempts, dead letters.
 *
 * <p>Called by: the hub's wiring, the pages.
 *
 * <p>Never: keeps bytes; sends anything that no Disclosure stands behind.
 */
@NullMarked
package tenbin.spine.deliver.channel;

import org.jspecify.annotations.NullMarked;
