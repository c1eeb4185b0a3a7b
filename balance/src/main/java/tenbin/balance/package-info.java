/**
 * The balance: decides, field by field, what a recipient may have.
 *
 * <p>In: a circle's policy, a recipient with a purpose, items with their attribution.
 *
 * <p>Out: a {@link tenbin.balance.Disclosure} or the reasons why not.
 *
 * <p>Called by: everything between knowledge and a way out.
 *
 * <p>Never: does I/O, reads a clock, says yes without a basis. Only this package makes a
 * Disclosure.
 */
@NullMarked
package tenbin.balance;

import org.jspecify.annotations.NullMarked;
