/**
 * RIS Live as a feed: what the collectors of the RIPE NCC hear, as it comes.
 *
 * <p>In: a WebSocket to the server, or messages kept in files.
 *
 * <p>Out: routes for whoever takes feeds, the collector as the feed's name; the feed's health.
 *
 * <p>Called by: the watch, which starts it and takes what it tells.
 *
 * <p>Never: believes a silent feed to be a quiet network; judges a route.
 */
@NullMarked
package tenbin.desks.routes.rislive;

import org.jspecify.annotations.NullMarked;
