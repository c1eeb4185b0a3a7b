/**
 * The abuse desk: what the circle does about infected, abused and badly kept machines.
 *
 * <p>In: findings of the correlator.
 *
 * <p>Out: cases with a deadline, words for people.
 *
 * <p>Called by: the hub, which registers it; the pages, for its words.
 *
 * <p>Never: knows another desk, Spring, or who asks.
 */
@NullMarked
package tenbin.desks.abuse;

import org.jspecify.annotations.NullMarked;
