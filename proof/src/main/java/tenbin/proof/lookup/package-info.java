/**
 * The benchmark of attribution's longest-prefix table, with tables of a real one's shape.
 *
 * <p>In: a seed, or a pfx2as file.
 *
 * <p>Out: figures, beside those of a sorted map.
 *
 * <p>Called by: the launcher's bench act.
 *
 * <p>Never: times an answer that it does not check.
 */
@NullMarked
package tenbin.proof.lookup;

import org.jspecify.annotations.NullMarked;
