/**
 * Files that people lay into a case: analyses and rules for its circle, captures for their own.
 *
 * <p>In: bytes with a name, of a type that the bytes themselves show.
 *
 * <p>Out: Disclosures of what lies there, and the bytes of one that the reader may have.
 *
 * <p>Called by: the pages and the API of a case.
 *
 * <p>Never: renders a file, opens an archive, or gives what communications hold to another member.
 */
@NullMarked
package tenbin.spine.casework.file;

import org.jspecify.annotations.NullMarked;
