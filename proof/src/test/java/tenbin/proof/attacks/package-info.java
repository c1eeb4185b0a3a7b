/**
 * Reports of somebody who means harm, through a whole hub to every page.
 *
 * <p>In: the made-up day's reports, with something hostile in each of their fields.
 *
 * <p>Out: failures at the pages.
 *
 * <p>Called by: the tests alone.
 *
 * <p>Never: reaches further than loopback.
 */
@NullMarked
package tenbin.proof.attacks;

import org.jspecify.annotations.NullMarked;
