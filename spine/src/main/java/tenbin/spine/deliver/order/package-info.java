/**
 * The order in which a recipient's rows come to it.
 *
 * <p>In: positions of the hub's order; what was withheld when a recipient asked, and may go since.
 *
 * <p>Out: stretches of rows behind a point, each row in exactly one of them.
 *
 * <p>Called by: deliver.
 *
 * <p>Never: reads a row or decides about one.
 */
@NullMarked
package tenbin.spine.deliver.order;

import org.jspecify.annotations.NullMarked;
