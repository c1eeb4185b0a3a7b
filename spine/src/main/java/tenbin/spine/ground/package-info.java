/**
 * What the balance goes by beside the circle: policy files in force and the grounds that people
 * record while the hub runs.
 *
 * <p>In: policy files of a folder; consents given and withdrawn, releases, clauses adopted.
 *
 * <p>Out: one policy of all of it for a circle; the history, append only, with both of its times.
 *
 * <p>Called by: the spine's standing state, the pages, the portal, the command line.
 *
 * <p>Never: takes half of a change; changes or removes a line.
 */
@NullMarked
package tenbin.spine.ground;

import org.jspecify.annotations.NullMarked;
