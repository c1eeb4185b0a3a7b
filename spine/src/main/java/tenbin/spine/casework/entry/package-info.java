/**
 * What people wrote into a case: kept in the order in which they wrote it, only ever added to.
 *
 * <p>In: entries of members' people, each for the case's circle or for their own organisation.
 *
 * <p>Out: the entries that one member may read, page by page.
 *
 * <p>Called by: talk, method and files of a case.
 *
 * <p>Never: shows anything; whoever reads here puts it through the balance.
 */
@NullMarked
package tenbin.spine.casework.entry;

import org.jspecify.annotations.NullMarked;
