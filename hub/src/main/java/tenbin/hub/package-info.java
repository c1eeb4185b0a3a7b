/**
 * The circle's service and its command line.
 *
 * <p>In: an act with its arguments.
 *
 * <p>Out: an exit code; a running hub.
 *
 * <p>Called by: the launcher.
 *
 * <p>Never: decides a disclosure; that is the balance's.
 */
@NullMarked
package tenbin.hub;

import org.jspecify.annotations.NullMarked;
