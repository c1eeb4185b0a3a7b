/**
 * The watch that runs in a hub: feeds of every kind, one table, one watch, and its thread.
 *
 * <p>In: words of feeds, files and caches of registries, declarations and deeds of the books.
 *
 * <p>Out: incidents into the desk's book, snapshots, tables of origins, how feeds and prefixes are.
 *
 * <p>Called by: the hub, when it starts and stops; its pages ask how things are.
 *
 * <p>Never: judges a route, tells a member, dials a router.
 */
@NullMarked
package tenbin.desks.routes.live;

import org.jspecify.annotations.NullMarked;
