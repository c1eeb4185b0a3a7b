/**
 * Archives that wrap reports: zip and gzip, in each other too.
 *
 * <p>In: an archive's stream, read once, front to back.
 *
 * <p>Out: what is in it, read as whatever it is; each part's name in its places.
 *
 * <p>Called by: the registry of formats.
 *
 * <p>Never: writes to a disk; takes a name in an archive for a path; trusts a size that is written.
 */
@NullMarked
package tenbin.wire.archive;

import org.jspecify.annotations.NullMarked;
