/**
 * JSON lines of ours: observations for one's own eyes, Disclosures for a member's download.
 *
 * <p>In: an observation inside the house; a Disclosure at the door.
 *
 * <p>Out: one JSON object a line, always the same for the same value.
 *
 * <p>Called by: the command line and goldens; deliver.
 *
 * <p>Never: writes an observation where a Disclosure is meant.
 */
@NullMarked
package tenbin.wire.lines;

import org.jspecify.annotations.NullMarked;
