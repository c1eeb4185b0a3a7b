package tenbin.desks.routes.watch;

import java.util.List;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.PathSeen;

/**
 * An incident as the book has it, to go on with.
 *
 * @param incident as it stood
 * @param affected its prefixes
 * @param steps of its picture, in their order
 * @param worth whether people were told of it
 */
public record Resumed(
    Incident incident, List<Affected> affected, List<PathSeen> steps, boolean worth) {
  public Resumed {
    affected = List.copyOf(affected);
    steps = List.copyOf(steps);
  }
}
