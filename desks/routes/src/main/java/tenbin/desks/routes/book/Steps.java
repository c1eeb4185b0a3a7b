package tenbin.desks.routes.book;

import java.util.List;
import tenbin.desks.routes.incident.PathSeen;

/**
 * The steps of an incident's picture.
 *
 * @param kept the first ones, in order
 * @param cut how many more there were
 */
public record Steps(List<PathSeen> kept, long cut) {
  /** Of one incident: a picture of more is not readable, and 160,000 prefixes have millions. */
  public static final int MOST = 5_000;

  public Steps {
    kept = List.copyOf(kept);
  }
}
