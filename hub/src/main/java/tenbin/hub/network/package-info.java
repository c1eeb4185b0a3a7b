/**
 * My network as a whole: what a reader chose to see of it, what of it is observed, a map of it.
 *
 * <p>In: counts of released rows, the newest of them as Disclosures, one's own claims.
 *
 * <p>Out: a page with a map and tables; the same for programs.
 *
 * <p>Called by: browsers; the pages and the API about rows share its choice.
 *
 * <p>Never: counts what was not released, or says who observed it.
 */
@NullMarked
package tenbin.hub.network;

import org.jspecify.annotations.NullMarked;
