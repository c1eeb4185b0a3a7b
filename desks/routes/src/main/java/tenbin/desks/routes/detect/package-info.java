/**
 * What is wrong with a route: rules, each with the reasons for and against.
 *
 * <p>In: one announced route, what its path says, whose its prefix is, what was there before.
 *
 * <p>Out: suspicions, each with its cause and its signed reasons.
 *
 * <p>Called by: the watch.
 *
 * <p>Never: keeps state of an incident; learns from what it judges.
 */
@NullMarked
package tenbin.desks.routes.detect;

import org.jspecify.annotations.NullMarked;
