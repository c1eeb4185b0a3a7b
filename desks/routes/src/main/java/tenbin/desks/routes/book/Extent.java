package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Prefix;

/**
 * How far a share of an incident goes.
 *
 * @param prefixes how many there are
 * @param now how many go on
 * @param begin when the first of those whose share it is saw the first of them; empty for none
 * @param end when the last of them was over; empty while one goes on
 * @param sample some of them
 * @param owners those of the share that saw one of them
 */
public record Extent(
    int prefixes,
    int now,
    Optional<Instant> begin,
    Optional<Instant> end,
    List<Prefix> sample,
    Set<Owner> owners) {
  public Extent {
    sample = List.copyOf(sample);
    owners = Set.copyOf(owners);
  }
}
