/**
 * The pages of the circle's people.
 *
 * <p>In: requests of signed-in people.
 *
 * <p>Out: pages made of Disclosures and of one's own reports.
 *
 * <p>Called by: browsers.
 *
 * <p>Never: sees an observation or a storage port.
 */
@NullMarked
package tenbin.hub.page;

import org.jspecify.annotations.NullMarked;
