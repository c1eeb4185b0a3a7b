/**
 * The frame of a page: language, time zone, look.
 *
 * <p>In: a request.
 *
 * <p>Out: what every template needs.
 *
 * <p>Called by: every page.
 *
 * <p>Never: asks another host for anything.
 */
@NullMarked
package tenbin.web.layout;

import org.jspecify.annotations.NullMarked;
