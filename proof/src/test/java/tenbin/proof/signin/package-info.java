/**
 * Signing in through a real provider: Keycloak's own distribution as a process of the test.
 *
 * <p>In: its zip from the local Maven repository.
 *
 * <p>Out: failures of a whole hub, at its pages.
 *
 * <p>Called by: the nightly tests.
 *
 * <p>Never: fetches anything.
 */
@NullMarked
package tenbin.proof.signin;

import org.jspecify.annotations.NullMarked;
