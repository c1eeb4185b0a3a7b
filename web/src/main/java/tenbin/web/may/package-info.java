/**
 * Who may do what: acts, whose office each is, and the one place that asks before every handler.
 *
 * <p>In: a visitor and the act that a handler names.
 *
 * <p>Out: let through, or a refusal that tells nothing of what lies behind.
 *
 * <p>Called by: Spring before every handler; the frame, so that a page offers only what its reader
 * may do.
 *
 * <p>Never: decides what of a row may be told. That is the balance's.
 */
@NullMarked
package tenbin.web.may;

import org.jspecify.annotations.NullMarked;
