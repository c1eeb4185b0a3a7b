/**
 * What an organisation permits about its own reports and about rows on its network, as grounds:
 * given, narrowed, withdrawn, and tried before it is given.
 *
 * <p>In: a choice in the words of a form; the grounds in force.
 *
 * <p>Out: entries for the book of grounds; who would see what; the records of what was given.
 *
 * <p>Called by: the portal and the desk's page.
 *
 * <p>Never: keeps a consent of its own beside the book of grounds.
 */
@NullMarked
package tenbin.spine.permission;

import org.jspecify.annotations.NullMarked;
