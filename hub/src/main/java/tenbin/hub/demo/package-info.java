/**
 * A made-up day of a made-up circle, in the formats of the field.
 *
 * <p>In: a circle, a date, a seed; a hub's books.
 *
 * <p>Out: the reports that its members and the secretariat would have received; an organisation
 * that told something.
 *
 * <p>Called by: the act {@code demo}, the stories in proof.
 *
 * <p>Never: takes a value from a real report; the same seed and date never give other bytes.
 */
@NullMarked
package tenbin.hub.demo;

import org.jspecify.annotations.NullMarked;
