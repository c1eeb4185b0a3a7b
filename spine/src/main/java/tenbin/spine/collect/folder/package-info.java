/**
 * Reports from watched folders, one folder a member.
 *
 * <p>In: files that are written no longer.
 *
 * <p>Out: reports accepted; files moved to done or refused.
 *
 * <p>Called by: the hub's wiring.
 *
 * <p>Never: follows a link; moves a file before its report is durable.
 */
@NullMarked
package tenbin.spine.collect.folder;

import org.jspecify.annotations.NullMarked;
