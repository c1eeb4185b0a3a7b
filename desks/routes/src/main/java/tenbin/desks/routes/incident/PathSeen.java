package tenbin.desks.routes.incident;

import java.time.Instant;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * One step of an incident's picture: who had which path from when. Its vantage point is C8.
 *
 * @param at when, UTC
 * @param from who told it
 * @param prefix which
 * @param path numbers with blanks, the nearest first; "" for withdrawn
 */
public record PathSeen(Instant at, Vantage from, Prefix prefix, String path) {}
