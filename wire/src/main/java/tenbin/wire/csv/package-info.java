/**
 * Rows of separated values (RFC 4180) as bytes, and plain CSV whose columns somebody declared.
 *
 * <p>In: a stream of UTF-8, of windows-1252 by mistake, or of UTF-16 with its mark.
 *
 * <p>Out: rows as one buffer with the places of its fields; observations for declared columns.
 *
 * <p>Called by: every tabular reader.
 *
 * <p>Never: makes a String of a field nobody asked for; loses more than one row to one bad row.
 */
@NullMarked
package tenbin.wire.csv;

import org.jspecify.annotations.NullMarked;
