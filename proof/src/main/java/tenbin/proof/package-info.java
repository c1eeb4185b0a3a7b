/**
 * What shows that the product does what it says: simulator, benchmarks, worked examples, stories.
 *
 * <p>In: seeds, generated and real reports.
 *
 * <p>Out: figures with their own check of the answer.
 *
 * <p>Called by: {@code tenbin bench}, the tests.
 *
 * <p>Never: is part of a running hub.
 */
@NullMarked
package tenbin.proof;

import org.jspecify.annotations.NullMarked;
