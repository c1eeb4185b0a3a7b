/**
 * Today: what needs the one who looks, why, until when, and what of it may be passed on.
 *
 * <p>In: the ports of cases, recalls, questions, the directory, channels and tokens; what the
 * looker may do.
 *
 * <p>Out: a page in the order of urgency; empty when nothing waits.
 *
 * <p>Called by: the browser, after signing in.
 *
 * <p>Never: shows somebody what another office has to do, or what was done.
 */
@NullMarked
package tenbin.hub.today;

import org.jspecify.annotations.NullMarked;
