/**
 * How an organisation comes into the circle: invited by the secretariat, its networks proved one by
 * one, its agreements signed.
 *
 * <p>In: invitations, networks that somebody says are its own, what proofs came to, signatures.
 *
 * <p>Out: the circle file's circle grown by whoever signed, with what each proved.
 *
 * <p>Called by: the spine's roster, the hub's pages, API and rounds.
 *
 * <p>Never: puts anybody into the circle who signed nothing; lets a network count that nobody
 * proved, or that another member answers for, before the secretariat has looked at it.
 */
@NullMarked
package tenbin.spine.newcomer;

import org.jspecify.annotations.NullMarked;
