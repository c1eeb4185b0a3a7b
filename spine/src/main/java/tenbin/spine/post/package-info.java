/**
 * The hub's own mail: its addresses and the tokens in them, the lines to its servers.
 *
 * <p>In: the hub's key, a member, what an answer would be about; where servers are.
 *
 * <p>Out: addresses with unguessable tokens; whose a token is; lines that are protected.
 *
 * <p>Called by: deliver's mail channel, collect's mailbox, the pages.
 *
 * <p>Never: believes a From line; falls back to a plain line.
 */
@NullMarked
package tenbin.spine.post;

import org.jspecify.annotations.NullMarked;
