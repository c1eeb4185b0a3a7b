/**
 * Reports and answers from the hub's mailbox.
 *
 * <p>In: mails, known by the token in the address that they were sent to.
 *
 * <p>Out: reports accepted, answers and bounces filed, dead mails listed.
 *
 * <p>Called by: the hub's wiring, the pages.
 *
 * <p>Never: believes a From line alone; moves a mail before what it brought is durable.
 */
@NullMarked
package tenbin.spine.collect.mailbox;

import org.jspecify.annotations.NullMarked;
