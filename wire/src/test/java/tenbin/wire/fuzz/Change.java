package tenbin.wire.fuzz;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** One way to break a report. Texts are bytes: a character below 256 each (ISO 8859-1). */
interface Change {
  /** The broken text; empty where this way does not fit the text. */
  Optional<String> change(String text, RandomGenerator random);
}
