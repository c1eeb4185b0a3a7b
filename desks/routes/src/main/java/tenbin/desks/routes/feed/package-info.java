/**
 * Where routes come from, whatever the format: vantage points, and what takes their words.
 *
 * <p>In: updates, tables and states of sessions, as {@code tenbin.wire} reads them.
 *
 * <p>Out: announced, withdrawn, lost, one prefix at a time, with the vantage point that says it.
 *
 * <p>Called by: archives, RIS Live, BMP and our own BGP sessions.
 *
 * <p>Never: judges a route.
 */
@NullMarked
package tenbin.desks.routes.feed;

import org.jspecify.annotations.NullMarked;
