/**
 * What every text format shares: times, numbers and addresses straight from bytes, and the notes
 * that go with them.
 *
 * <p>In: slices of UTF-8 bytes, or text.
 *
 * <p>Out: nouns, and the fault where there is none.
 *
 * <p>Called by: the readers.
 *
 * <p>Never: reads a clock; guesses a value that was not written.
 */
@NullMarked
package tenbin.wire.text;

import org.jspecify.annotations.NullMarked;
