/**
 * The portal: pages for organisations without an account, that tell what happened to them, say who
 * may know it, read what left, and take back what they gave.
 *
 * <p>In: a signed link's secret; forms.
 *
 * <p>Out: pages about one organisation's own.
 *
 * <p>Called by: browsers, through a link that a customer desk or the secretariat made.
 *
 * <p>Never: acts on a GET; shows one organisation what is another's; keeps a secret in an address.
 */
@NullMarked
package tenbin.hub.portal;

import org.jspecify.annotations.NullMarked;
