/**
 * How an attributed observation lies in the database.
 *
 * <p>In: observations with their attribution; rows of the database.
 *
 * <p>Out: bytes for COPY; the same observations again, value for value.
 *
 * <p>Called by: collect when it writes, deliver and the replay when they read.
 *
 * <p>Never: interprets what it stores; allocates for a field that it writes.
 */
@NullMarked
package tenbin.spine.storage.row;

import org.jspecify.annotations.NullMarked;
