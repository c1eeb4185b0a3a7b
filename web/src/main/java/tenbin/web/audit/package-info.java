/**
 * Who did what, as log lines.
 *
 * <p>In: an act and its actor.
 *
 * <p>Out: one structured line.
 *
 * <p>Called by: every act that changes something or lets something out.
 *
 * <p>Never: writes personal data beyond the actor.
 */
@NullMarked
package tenbin.web.audit;

import org.jspecify.annotations.NullMarked;
