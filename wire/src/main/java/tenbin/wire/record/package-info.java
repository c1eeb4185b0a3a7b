/**
 * A record of named texts on its way to an observation, whatever format it came in.
 *
 * <p>In: the names and texts of one record, and the categories of the format's columns.
 *
 * <p>Out: values of nouns, kept columns, warnings at the record's place.
 *
 * <p>Called by: the readers of JSON and mail formats.
 *
 * <p>Never: drops a told value without a warning; guesses one that was not told.
 */
@NullMarked
package tenbin.wire.record;

import org.jspecify.annotations.NullMarked;
