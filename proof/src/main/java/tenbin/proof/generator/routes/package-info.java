/**
 * Routes made for tests and benchmarks: incidents of history from their published facts, in a world
 * drawn from a seed, written as collectors write (RFC 6396).
 *
 * <p>In: an incident, a size, a seed.
 *
 * <p>Out: a table before it, its messages, what members declared, what registries said then, and
 * the truth.
 *
 * <p>Called by: tests of detection, benchmarks.
 *
 * <p>Never: part of the product; what happened to anybody but those whom the facts name.
 */
@NullMarked
package tenbin.proof.generator.routes;

import org.jspecify.annotations.NullMarked;
