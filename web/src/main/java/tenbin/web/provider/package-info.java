/**
 * Signing in through an organisation's own sign-in: OpenID Connect Core 1.0, the code flow with a
 * proof key (RFC 7636).
 *
 * <p>In: which providers the operator named, a browser that comes back from one.
 *
 * <p>Out: who that provider says it is, as issuer and subject; the person to whom that is linked.
 *
 * <p>Called by: the pages to sign in, the account's page, signing out.
 *
 * <p>Never: makes a person, goes by a mail address or a name of the provider's, or keeps an access
 * token.
 */
@NullMarked
package tenbin.web.provider;

import org.jspecify.annotations.NullMarked;
