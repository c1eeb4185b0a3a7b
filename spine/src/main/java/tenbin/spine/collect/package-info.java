/**
 * Reports in: received durably, read, stored.
 *
 * <p>In: bytes from uploads, folders, mailboxes, the command line.
 *
 * <p>Out: raw reports kept as received, observations, warnings.
 *
 * <p>Called by: the hub's API, sources, the command line.
 *
 * <p>Never: acknowledges before it is durable; drops a report for one bad row.
 */
@NullMarked
package tenbin.spine.collect;

import org.jspecify.annotations.NullMarked;
