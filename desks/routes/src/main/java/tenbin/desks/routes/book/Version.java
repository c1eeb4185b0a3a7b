package tenbin.desks.routes.book;

import java.time.Instant;
import tenbin.desks.routes.incident.State;

/**
 * How an incident stood at a moment.
 *
 * @param at when, UTC
 * @param state how
 * @param prefixes how many it had touched
 * @param now how many it touched
 * @param vantages how many vantage points had seen it at once, at most
 * @param score how much spoke for it
 */
public record Version(Instant at, State state, int prefixes, int now, int vantages, int score) {}
