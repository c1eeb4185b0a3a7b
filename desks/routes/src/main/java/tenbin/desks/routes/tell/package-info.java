/**
 * What of route incidents somebody may know: incidents and prefixes as items of the balance.
 *
 * <p>In: the book of incidents; a plan for whoever asks; the circle.
 *
 * <p>Out: Disclosures, with the start of every path, the reporters and their number taken out.
 *
 * <p>Called by: the pages, the API and the notices of the hub.
 *
 * <p>Never: shows by number, order, identity or time that there was something else.
 */
@NullMarked
package tenbin.desks.routes.tell;

import org.jspecify.annotations.NullMarked;
