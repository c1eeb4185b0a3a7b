/**
 * What forms of pages and bodies of programs have in common.
 *
 * <p>In: keys that come with what is sent.
 *
 * <p>Out: ids by which the same thing sent twice is one.
 *
 * <p>Called by: pages and APIs that keep what they are sent.
 *
 * <p>Never: keeps a key; takes one member's key for another's.
 */
@NullMarked
package tenbin.web.form;

import org.jspecify.annotations.NullMarked;
