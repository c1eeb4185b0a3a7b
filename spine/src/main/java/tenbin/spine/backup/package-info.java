/**
 * A hub's whole state in one file, and out of it again: every table, the raw reports, the keys.
 *
 * <p>In: a data folder with its database, also while the hub runs; later the file.
 *
 * <p>Out: one archive that only its owner may read; an equal hub elsewhere.
 *
 * <p>Called by: the acts backup and restore.
 *
 * <p>Never: writes over a hub, or says that it restored what it did not compare.
 */
@NullMarked
package tenbin.spine.backup;

import org.jspecify.annotations.NullMarked;
