/**
 * The second factor of people who sign in with a password: codes of an authenticator (TOTP, RFC
 * 6238), and codes on paper for the day on which it is lost.
 *
 * <p>In: a person, a code.
 *
 * <p>Out: whether it is the person's, each code once.
 *
 * <p>Called by: signing in, the page of one's own account.
 *
 * <p>Never: keeps a secret in the database; all are derived from the hub's own.
 */
@NullMarked
package tenbin.web.factor;

import org.jspecify.annotations.NullMarked;
