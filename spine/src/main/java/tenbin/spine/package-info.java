/**
 * The way of the data put together: one hub's spine on one data folder.
 *
 * <p>In: a configuration.
 *
 * <p>Out: the ports that doors, pages and desks are built on.
 *
 * <p>Called by: the hub, the command line, the proof.
 *
 * <p>Never: knows a door, a page or a desk.
 */
@NullMarked
package tenbin.spine;

import org.jspecify.annotations.NullMarked;
