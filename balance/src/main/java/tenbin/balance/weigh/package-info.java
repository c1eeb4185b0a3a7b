/**
 * The interpreter of the balance: weighs one matter for one recipient, field by field (DISCLOSURE
 * section 5).
 *
 * <p>In: a policy set and a question.
 *
 * <p>Out: for every field an effect, a level, the bases it rests on and the reasons; obligations;
 * what may be asked of whom.
 *
 * <p>Called by: the balance's plans, what-if, the case files.
 *
 * <p>Never: does I/O, reads a clock, makes a Disclosure.
 */
@NullMarked
package tenbin.balance.weigh;

import org.jspecify.annotations.NullMarked;
