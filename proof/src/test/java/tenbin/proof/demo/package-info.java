/**
 * The demo's day told from its reports to every member's rows.
 *
 * <p>In: the demo's circle and reports, a real hub.
 *
 * <p>Out: test results.
 *
 * <p>Called by: the build.
 *
 * <p>Never: takes the hub's own word for what a member should have.
 */
@NullMarked
package tenbin.proof.demo;

import org.jspecify.annotations.NullMarked;
