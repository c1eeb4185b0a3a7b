/**
 * The words that people read, in every language beside each other.
 *
 * <p>In: a list of words, the reader's languages.
 *
 * <p>Out: one text for a key.
 *
 * <p>Called by: every page.
 *
 * <p>Never: leaves a language out.
 */
@NullMarked
package tenbin.web.words;

import org.jspecify.annotations.NullMarked;
