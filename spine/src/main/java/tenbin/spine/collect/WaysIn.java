package tenbin.spine.collect;

import java.time.Instant;
import java.util.List;

/** The ways by which reports come in, each with its last one. Any thread. */
public interface WaysIn {
  /** The intake as this way uses it: every report that it brings is counted under its name. */
  Intake by(String way);

  /** Every way that ever brought a report, by name. */
  List<LastIn> last();

  /**
   * When a way last brought a report.
   *
   * @param way "api", "page", "folder", the mailbox
   * @param at when it was acknowledged
   * @param reports how many it brought in all
   */
  record LastIn(String way, Instant at, long reports) {}
}
