/**
 * The circle: members, their networks, contacts, working groups.
 *
 * <p>In: a circle file that the roster has read.
 *
 * <p>Out: immutable values with dates.
 *
 * <p>Called by: attribute, balance, deliver, the pages.
 *
 * <p>Never: resolves a conflict silently.
 */
@NullMarked
package tenbin.nouns.member;

import org.jspecify.annotations.NullMarked;
