/**
 * Documents of groups: a title with a chain of versions, each a file as it came, under a marking.
 *
 * <p>In: files of those who write in a group.
 *
 * <p>Out: what one member may know of them and the bytes of one that it may have, as the balance
 * disclosed them.
 *
 * <p>Called by: the hub's pages and API of groups, retention.
 *
 * <p>Never: renders a file, changes a version, or keeps one longer than its group keeps minutes.
 */
@NullMarked
package tenbin.spine.group.document;

import org.jspecify.annotations.NullMarked;
