/**
 * What every file that people write shares: YAML as a tree with lines, a check against a JSON
 * schema, faults that say where and what was probably meant.
 *
 * <p>In: texts, JSON schemas.
 *
 * <p>Out: trees of plain values with the line of every key, faults in the file's order.
 *
 * <p>Called by: the readers of circle files, policy files and case files.
 *
 * <p>Never: constructs an object that a file names; stops at the first fault.
 */
@NullMarked
package tenbin.spine.yaml;

import org.jspecify.annotations.NullMarked;
