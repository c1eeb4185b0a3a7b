/**
 * A hub that is killed again and again.
 *
 * <p>In: seeds.
 *
 * <p>Out: proof that nothing acknowledged is lost and nothing comes twice.
 *
 * <p>Called by: the build, the nightly build.
 *
 * <p>Never: leaves a server behind.
 */
@NullMarked
package tenbin.proof.crash;

import org.jspecify.annotations.NullMarked;
