/**
 * Shadowserver's reports: CSV by type, driven by a table of types, layouts and columns that is data
 * (layouts.tsv, types.tsv, columns.tsv beside this package's resources).
 *
 * <p>In: a report's CSV; a newer published schema where an operator has one.
 *
 * <p>Out: observations; Shadowserver-shaped CSV of Disclosures.
 *
 * <p>Called by: the registry of formats.
 *
 * <p>Never: drops a column it does not know; shows one.
 */
@NullMarked
package tenbin.wire.shadowserver;

import org.jspecify.annotations.NullMarked;
