/**
 * A member's own reports, as pages and API take them in and give them back.
 *
 * <p>In: what is told about a report, whose it is.
 *
 * <p>Out: arrivals and uploads for the intake; raw bytes and warnings back to their reporter.
 *
 * <p>Called by: the hub's pages and API.
 *
 * <p>Never: gives a report to anybody but its reporter.
 */
@NullMarked
package tenbin.hub.report;

import org.jspecify.annotations.NullMarked;
