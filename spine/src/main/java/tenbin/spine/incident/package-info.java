/**
 * What organisations told of incidents, kept, and told on as far as the balance lets it.
 *
 * <p>In: reports of what happened; plans for recipients; what people said to a proposal of cutting
 * something out.
 *
 * <p>Out: Disclosures of reports, in an order that hangs on nothing but what is disclosed.
 *
 * <p>Called by: the portal, the pages and the API of members.
 *
 * <p>Never: shows by number, order or identity that there was something else.
 */
@NullMarked
package tenbin.spine.incident;

import org.jspecify.annotations.NullMarked;
