/**
 * The RPKI to router protocol as a client: a cache's payloads, kept as they change.
 *
 * <p>In: the address of a cache; its PDUs (RFC 8210, RFC 6810, and ASPAs of 8210bis).
 *
 * <p>Out: a new version of the tables after each answer, with what came and what went.
 *
 * <p>Called by: the watch, which gives detectors the newest version.
 *
 * <p>Never: holds half of an answer against a route; believes data behind its end.
 */
@NullMarked
package tenbin.desks.routes.rtr;

import org.jspecify.annotations.NullMarked;
