/**
 * Policy files: law packs, agreements, contracts, consents, registers and facts, as people write
 * them.
 *
 * <p>In: YAML texts, the packs that are shipped.
 *
 * <p>Out: one policy set of all of them with its version, or every fault with its file and line.
 *
 * <p>Called by: the readers of case files, the command line, the hub.
 *
 * <p>Never: takes half of a file; guesses what a mistyped word meant.
 */
@NullMarked
package tenbin.spine.policy;

import org.jspecify.annotations.NullMarked;
