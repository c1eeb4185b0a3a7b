/**
 * The database and the folder that a hub keeps its state in.
 *
 * <p>In: a data folder, or the URL of a PostgreSQL of one's own.
 *
 * <p>Out: a migrated database with its pool of connections.
 *
 * <p>Called by: the spine's composition root; its ports on PostgreSQL.
 *
 * <p>Never: runs a server that could lose what was committed, or that others could reach; leaves
 * one behind.
 */
@NullMarked
package tenbin.spine.storage;

import org.jspecify.annotations.NullMarked;
