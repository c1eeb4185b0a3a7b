/**
 * What a decision can rest on, as values: parties, dated facts, laws, bases, forbids, what a
 * purpose needs, who may be asked, whose standing counts (DISCLOSURE sections 1 to 4).
 *
 * <p>In: what the readers of policy files and circle files found.
 *
 * <p>Out: one checked, immutable set of grounds.
 *
 * <p>Called by: the weighing; readers of policy files.
 *
 * <p>Never: decides, reads a clock or a file.
 */
@NullMarked
package tenbin.balance.ground;

import org.jspecify.annotations.NullMarked;
