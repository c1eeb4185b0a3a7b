/**
 * What the routes desk keeps: incidents with every prefix, who saw them, what people did and were
 * told, what members declare.
 *
 * <p>In: what the watch finds; acts and declarations of people.
 *
 * <p>Out: the same, by incident, member and prefix, in pages.
 *
 * <p>Called by: the watch, which fills it; {@code tenbin.desks.routes.tell}, which puts everything
 * through the balance.
 *
 * <p>Never: is shown to anybody by itself.
 */
@NullMarked
package tenbin.desks.routes.book;

import org.jspecify.annotations.NullMarked;
