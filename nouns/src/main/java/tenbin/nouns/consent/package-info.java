/**
 * Grounds and ceilings of a disclosure: purposes, categories, markings, agreements.
 *
 * <p>In: a circle's agreements as data.
 *
 * <p>Out: values that the balance weighs.
 *
 * <p>Called by: the balance, the roster.
 *
 * <p>Never: decides.
 */
@NullMarked
package tenbin.nouns.consent;

import org.jspecify.annotations.NullMarked;
