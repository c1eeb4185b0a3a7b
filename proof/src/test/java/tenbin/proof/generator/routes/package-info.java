/**
 * What is made of routes, held against the published facts and against other readers.
 *
 * <p>In: made incidents.
 *
 * <p>Out: nothing.
 *
 * <p>Called by: the build.
 *
 * <p>Never: used by the product.
 */
@NullMarked
package tenbin.proof.generator.routes;

import org.jspecify.annotations.NullMarked;
