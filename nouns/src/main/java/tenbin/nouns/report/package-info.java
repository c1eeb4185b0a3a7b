/**
 * A report as received, and what reading it told.
 *
 * <p>In: bytes' digest, size and name; places in them.
 *
 * <p>Out: identities, warnings, refusals, tallies.
 *
 * <p>Called by: wire, collect, the pages.
 *
 * <p>Never: holds the bytes.
 */
@NullMarked
package tenbin.nouns.report;

import org.jspecify.annotations.NullMarked;
