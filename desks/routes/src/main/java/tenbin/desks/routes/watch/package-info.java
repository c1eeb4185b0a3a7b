/**
 * The watch: routes in, incidents out.
 *
 * <p>In: the routes of every feed, in the order of each; the passing of time.
 *
 * <p>Out: incidents as they begin, grow and end.
 *
 * <p>Called by: the hub, the act {@code routes watch}, the benchmarks.
 *
 * <p>Never: asks a clock; stores anything; loses a prefix of an incident.
 */
@NullMarked
package tenbin.desks.routes.watch;

import org.jspecify.annotations.NullMarked;
