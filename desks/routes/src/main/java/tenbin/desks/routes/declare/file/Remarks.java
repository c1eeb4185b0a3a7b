package tenbin.desks.routes.declare.file;

import java.util.List;

/** What is said beside the lines of a written declaration, as comments. */
@FunctionalInterface
public interface Remarks {
  /** None. */
  Remarks NONE = line -> List.of();

  /**
   * A line that a value stands on.
   *
   * @param key of the list: "prefixes", "upstreams"
   * @param value a prefix or an AS number
   */
  record Line(String key, String value) {}

  /** What is said of a line, each by itself; none where nothing is. */
  List<String> on(Line line);
}
