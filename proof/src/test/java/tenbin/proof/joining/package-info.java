/**
 * Stories of newcomers in a real hub: invited by mail, networks proved by a real name server,
 * signed, first row seen.
 *
 * <p>In: a hub of the demo's circle, a name server and a mail server on loopback.
 *
 * <p>Out: nothing.
 *
 * <p>Called by: the build.
 *
 * <p>Never: looks into the hub but by its pages.
 */
@NullMarked
package tenbin.proof.joining;

import org.jspecify.annotations.NullMarked;
