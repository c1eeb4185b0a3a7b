package tenbin.wire.shadowserver;

import java.util.List;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;

/**
 * One of Shadowserver's report types.
 *
 * @param name as the file name tells it
 * @param rsit its class
 * @param severity of rows that tell none
 * @param identifier what we call it
 * @param layout how its columns are read
 * @param columns as published; a file's own header decides; empty for old types
 */
public record ReportType(
    String name,
    Rsit rsit,
    Severity severity,
    String identifier,
    Layout layout,
    List<String> columns) {
  public ReportType {
    columns = List.copyOf(columns);
  }

  /** The kind of rows that tell no family. */
  public Kind kind() {
    return new Kind(rsit, identifier, "");
  }
}
