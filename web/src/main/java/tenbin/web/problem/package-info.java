/**
 * Errors as programs (RFC 9457) and people read them.
 *
 * <p>In: a refusal or a failure.
 *
 * <p>Out: problem+json or a page.
 *
 * <p>Called by: the API and the pages.
 *
 * <p>Never: shows an inner message, a stack or whether something exists that is not one's own.
 */
@NullMarked
package tenbin.web.problem;

import org.jspecify.annotations.NullMarked;
