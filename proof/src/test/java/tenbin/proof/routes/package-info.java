/**
 * Whether the watch finds what happened: incidents of history, and what the seeded generator made.
 *
 * <p>In: tables, updates and registers with known truth.
 *
 * <p>Out: nothing.
 *
 * <p>Called by: the build, and the night for the full size.
 *
 * <p>Never: takes another kind or another culprit for the right one.
 */
@NullMarked
package tenbin.proof.routes;

import org.jspecify.annotations.NullMarked;
