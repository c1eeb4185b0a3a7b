/**
 * Levels at which a field can be told, as partial orders given as data.
 *
 * <p>In: the text of an order, "SUPPRESS < COUNT < ASN, SECTOR < /24 < FULL".
 *
 * <p>Out: orders in which every two levels have a meet, or the reason why they have not.
 *
 * <p>Called by: grounds, the weighing, transforms.
 *
 * <p>Never: knows a field or a basis.
 */
@NullMarked
package tenbin.balance.level;

import org.jspecify.annotations.NullMarked;
