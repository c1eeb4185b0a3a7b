package tenbin.wire;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * A report as a reader gets it.
 *
 * @param name the file name, empty when it has none; formats may tell date and type in it
 * @param bytes the report's stream, read once, closed by the caller
 * @param receivedAt when it came: bounds the plausible times of its rows
 * @param mapping for plain CSV: the declared mapping of its columns, as text
 * @param limits what may be spent on it
 * @param formats in which its parts are read, when it is a container
 */
public record Report(
    String name,
    InputStream bytes,
    Instant receivedAt,
    Optional<String> mapping,
    Limits limits,
    Formats formats) {

  /** A report whose parts, if it has any, nobody has said how to read. */
  public Report(
      String name, InputStream bytes, Instant receivedAt, Optional<String> mapping, Limits limits) {
    this(name, bytes, receivedAt, mapping, limits, Formats.NONE);
  }

  /** The same circumstances for a part: a file in an archive, an attachment. */
  public Report part(String partName, InputStream partBytes) {
    return new Report(partName, partBytes, receivedAt, mapping, limits.within(), formats);
  }

  Report with(InputStream otherBytes, Formats readIn) {
    return new Report(name, otherBytes, receivedAt, mapping, limits, readIn);
  }
}
