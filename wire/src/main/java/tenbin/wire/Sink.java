package tenbin.wire;

import java.io.IOException;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Warning;

/** Takes what a reader finds, in order, on the reader's thread. */
public interface Sink {
  /**
   * One row was read.
   *
   * @throws IOException when it cannot be stored; the reader lets it through
   */
  void observation(Observation seen) throws IOException;

  /** Something was wrong; a row-refusing fault means that this row was lost. */
  void warning(Warning warning) throws IOException;

  /** The report marks itself; comes before the first observation it applies to. */
  default void marking(Tlp marking) throws IOException {}
}
