/**
 * The watch that runs in a hub, with real daemons and with files.
 *
 * <p>In: a hub or a desk, daemons that peer with it, recordings of a seeded generator.
 *
 * <p>Out: incidents in the book, how soon, and what is there after a stop.
 *
 * <p>Called by: the test run; without a daemon on the machine its tests are left out, aloud.
 *
 * <p>Never: dials anything but the loopback.
 */
@NullMarked
package tenbin.proof.routes.live;

import org.jspecify.annotations.NullMarked;
