/**
 * Passkeys: signing in by a key that a person's device keeps (W3C Web Authentication, level 3). The
 * device asks for a finger, a face or its PIN, so a passkey stands for both factors.
 *
 * <p>In: what a browser's navigator.credentials gives back.
 *
 * <p>Out: which person it is.
 *
 * <p>Called by: signing in, the page of one's own account.
 *
 * <p>Never: takes a key that was made for another address than the hub's own.
 */
@NullMarked
package tenbin.web.passkey;

import org.jspecify.annotations.NullMarked;
