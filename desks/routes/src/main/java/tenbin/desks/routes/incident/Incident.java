package tenbin.desks.routes.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One cause and what it did, as it stands at one moment. Every prefix of it is in the book beside
 * it; this is what fits on a page.
 *
 * @param id the same in every replay: made of the cause and its begin
 * @param cause of what
 * @param state how it stands
 * @param begin when its first route came, UTC
 * @param last when something about it last changed
 * @param end when it was over
 * @param prefixes how many it touched since its begin
 * @param now how many it touches now
 * @param vantages how many vantage points saw it at once, at most
 * @param of how many there were
 * @param score the sum of the tags
 * @param evidence why, what weighs most first
 * @param impact members whose prefixes it touches, the most touched first
 * @param others how many of its prefixes are of nobody in the circle
 * @param reopened how often it came back
 */
public record Incident(
    UUID id,
    Cause cause,
    State state,
    Instant begin,
    Instant last,
    Optional<Instant> end,
    int prefixes,
    int now,
    int vantages,
    int of,
    int score,
    List<Tag> evidence,
    List<Impact> impact,
    int others,
    int reopened) {
  public Incident {
    evidence = List.copyOf(evidence);
    impact = List.copyOf(impact);
  }
}
