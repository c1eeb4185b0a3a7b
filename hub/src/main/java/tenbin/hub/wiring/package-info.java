/**
 * Puts the hub together and starts its server.
 *
 * <p>In: a configuration and the parts of the spine.
 *
 * <p>Out: a running server.
 *
 * <p>Called by: the command line, tests.
 *
 * <p>Never: finds parts by itself: everything is named here.
 */
@NullMarked
package tenbin.hub.wiring;

import org.jspecify.annotations.NullMarked;
