/**
 * Routes as they were: every change that the watch hears, kept for a while, and asked by time.
 *
 * <p>In: words of feeds, as the watch's thread hears them; questions.
 *
 * <p>Out: files in a folder; who had which path at a time, what changed, who was not heard.
 *
 * <p>Called by: the watch that runs, the looking glass, {@code routes at}.
 *
 * <p>Never: makes the watch wait; fills a hole with a guess; decides who may see what.
 */
@NullMarked
package tenbin.desks.routes.past;

import org.jspecify.annotations.NullMarked;
