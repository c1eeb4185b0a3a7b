package tenbin.desks.routes.health;

import java.time.Duration;

/**
 * What the health of a vantage point is read from.
 *
 * @param words that it said since it is known
 * @param routes that it has now
 * @param share of the largest table, 0 to 1
 * @param quiet since its last word
 * @param usualQuiet the longest pause that is usual for it
 * @param oldRoutes that everybody else withdrew
 * @param garbage announcements of what is never announced, of the last hour or so
 * @param alone what looked wrong and nobody else showed, of the last hour or so
 */
public record Figures(
    long words,
    int routes,
    double share,
    Duration quiet,
    Duration usualQuiet,
    int oldRoutes,
    long garbage,
    long alone) {}
