package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.Map;
import tenbin.desks.routes.incident.Affected;

/**
 * A prefix of an incident with those whose feeds saw it.
 *
 * @param affected as the watch told it
 * @param owners since when each saw it; empty where the steps that would say were too many
 */
public record Sighted(Affected affected, Map<Owner, Instant> owners) {
  public Sighted {
    owners = Map.copyOf(owners);
  }
}
