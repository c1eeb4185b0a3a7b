/**
 * Incidents: one a cause, with everything that belongs to it.
 *
 * <p>In: what the detectors noticed, one prefix at a time.
 *
 * <p>Out: incidents as they stand, every prefix and path of theirs, and what is worth telling now.
 *
 * <p>Called by: the watch, which drives it; the pages and notices, which read.
 *
 * <p>Never: forgets a prefix; tells one thing twice.
 */
@NullMarked
package tenbin.desks.routes.incident;

import org.jspecify.annotations.NullMarked;
