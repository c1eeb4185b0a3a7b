package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.desks.routes.incident.Incident;
import tenbin.nouns.net.Prefix;

/**
 * An incident with what a list shows of it.
 *
 * @param incident as it stands
 * @param witnesses whose feeds saw it
 * @param sample some of its prefixes
 */
public record Glimpse(Incident incident, Map<Owner, Witness> witnesses, List<Prefix> sample) {
  /** How many prefixes stand for all. */
  public static final int SAMPLE = 3;

  public Glimpse {
    witnesses = Map.copyOf(witnesses);
    sample = List.copyOf(sample);
  }

  /**
   * What one owner's feeds saw.
   *
   * @param routers how many vantage points of its feeds
   * @param since the first time, UTC
   */
  public record Witness(int routers, Instant since) {}

  /** Everybody whose feeds saw it. */
  public Set<Owner> owners() {
    return witnesses.keySet();
  }
}
