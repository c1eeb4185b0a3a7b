package tenbin.desks.routes.health;

import java.time.Instant;
import tenbin.desks.routes.feed.Vantage;

/**
 * How a vantage point is.
 *
 * @param vantage who; C8
 * @param state how
 * @param since when it is so, UTC
 * @param reason why
 * @param figures of which this was read
 */
public record Health(
    Vantage vantage, HealthState state, Instant since, Reason reason, Figures figures) {}
