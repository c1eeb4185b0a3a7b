/**
 * Case files: situations with questions and the answers that people expect of the balance, written
 * so that a lawyer can write one.
 *
 * <p>In: YAML texts, the policy files that they name.
 *
 * <p>Out: trials, and what came of them against what was expected; what a proposed ground would
 * release of a backlog.
 *
 * <p>Called by: the command line, tests.
 *
 * <p>Never: decides anything itself; makes a Disclosure.
 */
@NullMarked
package tenbin.spine.precedent;

import org.jspecify.annotations.NullMarked;
