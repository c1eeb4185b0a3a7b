/**
 * Routes: incidents, one's own prefixes, feeds and a looking glass; pages and API side by side.
 *
 * <p>In: what the routes desk releases to a reader; the reader's own declarations and deeds.
 *
 * <p>Out: pages, pictures, files and JSON, each with its line in the ledger.
 *
 * <p>Called by: browsers and programs of members.
 *
 * <p>Never: makes a byte of anything but a Disclosure or the reader's own data.
 */
@NullMarked
package tenbin.hub.routes;

import org.jspecify.annotations.NullMarked;
