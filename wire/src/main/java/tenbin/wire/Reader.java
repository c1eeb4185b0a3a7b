package tenbin.wire;

import java.io.IOException;

/** Turns one format's bytes into observations. Stateless; any thread. */
public interface Reader {
  Format format();

  /**
   * How sure this reader is that the bytes are its format, from the name and the first bytes alone.
   */
  Likeness looksAt(Sample sample);

  /**
   * Reads a whole report, handing over observations and warnings in its order. The same bytes give
   * the same calls in the same order, always: a crash is survived by reading again and skipping.
   *
   * @throws Refused when the report cannot be read, or not further; what was handed over stays
   * @throws IOException only what the report's own stream throws
   */
  void read(Report report, Sink sink) throws IOException, Refused;
}
