/**
 * A ground revoked while everything that a member can fetch by is fetching.
 *
 * <p>In: the demo's circle and day, a real hub on its port.
 *
 * <p>Out: test results.
 *
 * <p>Called by: the build.
 *
 * <p>Never: stops the fetching for the revocation.
 */
@NullMarked
package tenbin.proof.revocation;

import org.jspecify.annotations.NullMarked;
