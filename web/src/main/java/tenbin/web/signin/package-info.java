/**
 * Who somebody is: people with passwords, machines with tokens.
 *
 * <p>In: a login with its password, a bearer token, the roster.
 *
 * <p>Out: a {@link tenbin.web.signin.Visitor} and what it may do now.
 *
 * <p>Called by: every request.
 *
 * <p>Never: tells whether a login exists; keeps a password or a token in clear.
 */
@NullMarked
package tenbin.web.signin;

import org.jspecify.annotations.NullMarked;
