/**
 * How long the pages of one large case take: 121 members and 5,000 comments.
 *
 * <p>In: a seeded randomness; nothing else.
 *
 * <p>Out: the time of each kind of page from the first byte asked to the last one read, and whether
 * what came was right.
 *
 * <p>Called by: the act {@code bench}.
 *
 * <p>Never: calls any machine but its own.
 */
@NullMarked
package tenbin.proof.casework;

import org.jspecify.annotations.NullMarked;
