/**
 * Proof of a network by the contact that a registry names for it: a letter with a link, and what
 * was said behind it.
 *
 * <p>In: networks that somebody says are its own, addresses that a registry names, answers.
 *
 * <p>Out: letters to send, networks proved or refused.
 *
 * <p>Called by: the hub's pages and API.
 *
 * <p>Never: keeps a secret; writes to an address that no registry named; writes anybody more often
 * than a person would.
 */
@NullMarked
package tenbin.spine.newcomer.letter;

import org.jspecify.annotations.NullMarked;
