/**
 * Real routers' daemons beside us: BIRD, FRR, GoBGP and OpenBGPD peer with our speaker and send BMP
 * to our station, over loopback addresses of their own.
 *
 * <p>In: whichever of them this machine has; a missing one is said aloud.
 *
 * <p>Out: proof that what we heard is what the daemon itself says, and how soon.
 *
 * <p>Called by: the build.
 *
 * <p>Never: leaves a daemon behind; touches one that it did not start.
 */
@NullMarked
package tenbin.proof.routes.daemons;

import org.jspecify.annotations.NullMarked;
