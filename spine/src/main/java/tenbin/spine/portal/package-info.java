/**
 * The way in for organisations that have no account: who they are, and the signed links by which
 * they come.
 *
 * <p>In: an organisation as a customer desk or the secretariat enters it; a link's secret as a
 * visitor brings it.
 *
 * <p>Out: the one organisation that a link is for, as long as the link holds.
 *
 * <p>Called by: the portal's pages, the desk's page, mails that ask.
 *
 * <p>Never: keeps a link's secret; lets one organisation's link reach another's.
 */
@NullMarked
package tenbin.spine.portal;

import org.jspecify.annotations.NullMarked;
