/**
 * The hub's own mail addresses: where reports and answers go, and the tokens in them.
 *
 * <p>In: the hub's key, a member, what an answer would be about.
 *
 * <p>Out: addresses with unguessable tokens; whose a token is.
 *
 * <p>Called by: deliver's mail channel, collect's mailbox, the pages.
 *
 * <p>Never: believes a From line.
 */
@NullMarked
package tenbin.spine.post;

import org.jspecify.annotations.NullMarked;
