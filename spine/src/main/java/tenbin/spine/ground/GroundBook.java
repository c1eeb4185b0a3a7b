package tenbin.spine.ground;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Policy;
import tenbin.balance.ground.PolicySet;

/**
 * The grounds recorded while the hub runs. What is recorded counts from the next decision on. It
 * asks not whether somebody may record something: whoever calls it has asked. Any thread.
 */
public interface GroundBook {
  /**
   * Records deeds, all or none of them.
   *
   * @param by who
   * @param deeds what
   * @param from from when on they hold
   * @param evidence where it lies
   * @return their lines
   * @throws GroundRefused when what would be in force then is no policy
   */
  List<Entry> record(Entry.By by, List<Deed> deeds, Instant from, String evidence);

  /**
   * What would be in force if deeds were recorded now; nothing is recorded.
   *
   * @throws GroundRefused when that is no policy
   */
  Policy tried(Entry.By by, List<Deed> deeds, Instant from, String evidence);

  /** Every line, the oldest first. */
  List<Entry> history();

  /** All grounds as they stand now, those of the circle and of files among them. */
  PolicySet inForce();

  /**
   * What the policy files call a ground, for a reader of a language; its id where they give it no
   * title.
   */
  String title(String id, Locale locale);

  /** What became of the policy files. */
  FilesState files();
}
