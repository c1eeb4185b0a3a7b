/**
 * Files that people lay into the hub, looked at before they are kept: a safe name, a type that the
 * bytes themselves show, a size.
 *
 * <p>In: a name and bytes as they came.
 *
 * <p>Out: name, type, size and digest of a file that can be kept, or why it cannot.
 *
 * <p>Called by: cases and groups, which keep files on their own terms.
 *
 * <p>Never: renders a file, opens an archive, or trusts what a browser says of a type.
 */
@NullMarked
package tenbin.spine.file;

import org.jspecify.annotations.NullMarked;
