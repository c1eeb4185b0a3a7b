package tenbin.spine.correlate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.observation.Observation;

/**
 * Runs the detectors over the hub's order. One thread takes and drains; any thread asks {@link
 * #seenBy}.
 */
public interface Correlator {
  /** The next sighting in the hub's order. */
  void take(Sighted sighted);

  /** What was found or grew since the last drain. */
  List<Finding> drain();

  /** How many members saw what this observation shows, as a band. */
  SeenBy seenBy(Observation seen);

  /** The position after which a replay must start; 0 from the beginning. */
  long position();

  /** Writes the whole state, so that a restart need not replay everything. */
  void snapshot(OutputStream out) throws IOException;

  /** Puts a written state in place of the present one. */
  void restore(InputStream in) throws IOException;
}
