/**
 * The acts of the command line, one class each.
 *
 * <p>In: arguments, files, standard input.
 *
 * <p>Out: results on standard output, words for people on standard error, an exit code.
 *
 * <p>Called by: {@link tenbin.hub.Main}.
 *
 * <p>Never: loads Spring for an act that needs no hub; prints a result and a remark on one stream.
 */
@NullMarked
package tenbin.hub.act;

import org.jspecify.annotations.NullMarked;
