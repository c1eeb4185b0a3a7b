package tenbin.wire.csv;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;

/**
 * What the sender of a table declares about it, as text in four sections; two blanks and # begin a
 * remark:
 *
 * <pre>
 * [file]                        # all optional
 * delimiter = ;                 # one character, or comma, semicolon, tab, pipe, space
 * quotes = none                 # double, unless said
 * comment = #                   # lines that begin so are no rows
 * skip = 2                      # lines before the header
 * columns = ip, seen, port      # for files without a header
 * time = dd.MM.yyyy HH:mm:ss    # or iso (unless said), or epoch-seconds
 * zone = Asia/Tokyo             # of times that name none
 * sides = about-source          # or about-source-sensor-destination, about-destination, ...
 * [always]                      # what every row is, where no column says otherwise
 * class = scanner
 * [columns]                     # column = role
 * ip = source.address
 * seen = time
 * [kept]                        # column = category of DISCLOSURE section 2, where it has no role
 * tool = C1
 * </pre>
 *
 * @param dialect how values are separated
 * @param skip lines before the header or the first row
 * @param columns for files without a header; empty for others
 * @param sides whose network it is about, and which side is the sensor
 * @param roles the columns of each role
 * @param kept the categories of columns without one; all others leave nowhere
 * @param kind of rows that say no other
 * @param severity of rows that say none
 * @param transport of rows that say none
 * @param sensor of rows that say none
 * @param time how times are written
 */
public record Mapping(
    Dialect dialect,
    int skip,
    List<String> columns,
    Sides sides,
    Map<Role, List<String>> roles,
    Map<String, Category> kept,
    Kind kind,
    Severity severity,
    Transport transport,
    String sensor,
    RowShape.TimeForm time) {
  public Mapping {
    columns = List.copyOf(columns);
    roles = Map.copyOf(roles);
    kept = Map.copyOf(kept);
  }

  /**
   * Reads a mapping.
   *
   * @throws Refused {@link Fault#MAPPING_UNUSABLE} with line and reason
   */
  public static Mapping parse(String text) throws Refused {
    return new MappingText(text).read();
  }

  /** Refuses a table that lacks a column the mapping speaks of, and says which it has. */
  void check(Header header) throws Refused {
    TreeSet<String> missing = new TreeSet<>();
    roles.values().forEach(missing::addAll);
    missing.addAll(kept.keySet());
    header.names().forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new Refused(
          Fault.MAPPING_UNUSABLE,
          Place.WHOLE,
          "no column " + missing + " in the file; it has " + header.names());
    }
  }

  RowShape shape() {
    Function<String, Category> categories = name -> kept.getOrDefault(name, Category.UNKNOWN);
    return new RowShape(sides, roles, kind, severity, transport, sensor, time, categories);
  }
}
