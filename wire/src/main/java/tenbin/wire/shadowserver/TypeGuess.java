package tenbin.wire.shadowserver;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;

/** Finds the type of a report by its file name, else by its columns. */
final class TypeGuess {
  /** "2026-03-24-event4_sinkhole-123-example-asn.csv": the type holds no hyphen. */
  private static final Pattern DATED =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\d-([a-z0-9_]+)(?:[-.].*)?$");

  /** "scan_dns.csv", "scan_dns-example-asn.csv", "type_scan_dns.csv". */
  private static final Pattern BARE = Pattern.compile("^(?:type_)?([a-z0-9_]+?)(?:[-.].*)?$");

  /**
   * How much of two sets of columns must be common: a published type gains or loses a column or two
   * of thirty from one version to the next.
   */
  private static final double ENOUGH = 0.85;

  private final ShadowserverTable table;

  TypeGuess(ShadowserverTable table) {
    this.table = table;
  }

  /** The type that a file name tells, where the table knows it. */
  Optional<ReportType> byName(String fileName) {
    return nameIn(fileName).flatMap(this::known);
  }

  /** What stands where a file name tells the type, known or not; only for dated names. */
  static Optional<String> nameIn(String fileName) {
    String base = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
    String plain = base.toLowerCase(Locale.ROOT);
    Matcher dated = DATED.matcher(plain);
    if (dated.matches()) {
      return Optional.of(dated.group(1));
    }
    Matcher bare = BARE.matcher(plain);
    return bare.matches() ? Optional.of(bare.group(1)) : Optional.empty();
  }

  static boolean isDated(String fileName) {
    return DATED.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
  }

  private Optional<ReportType> known(String name) {
    String plain = name.startsWith("type_") ? name.substring(5) : name;
    Optional<ReportType> exact = table.type(plain);
    int underscore = plain.lastIndexOf('_');
    boolean numbered =
        underscore > 0 && plain.substring(underscore + 1).chars().allMatch(Character::isDigit);
    return exact.isEmpty() && numbered ? table.type(plain.substring(0, underscore)) : exact;
  }

  /**
   * The type whose columns a header has. Several types that fit equally give what they agree on;
   * nothing where they agree on nothing.
   */
  Optional<ReportType> byColumns(Collection<String> names) {
    Set<String> header = new HashSet<>(names);
    double best = ENOUGH;
    Set<ReportType> fitting = new HashSet<>();
    for (ReportType type : table.types()) {
      double likeness = likeness(header, type.columns());
      if (likeness > best) {
        fitting.clear();
        best = likeness;
      }
      if (likeness >= best) {
        fitting.add(type);
      }
    }
    return common(fitting);
  }

  private static double likeness(Set<String> header, List<String> columns) {
    long both = columns.stream().filter(header::contains).count();
    return (double) both / Math.max(1, header.size() + columns.size() - both);
  }

  private static Optional<ReportType> common(Set<ReportType> fitting) {
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    ReportType one = fitting.iterator().next();
    boolean sameLayout = fitting.stream().allMatch(each -> each.layout().equals(one.layout()));
    if (!sameLayout) {
      return Optional.empty();
    }
    boolean sameClass = fitting.stream().allMatch(each -> each.rsit() == one.rsit());
    boolean sameName =
        fitting.stream().allMatch(each -> each.identifier().equals(one.identifier()));
    boolean sameSeverity = fitting.stream().allMatch(each -> each.severity() == one.severity());
    return Optional.of(
        new ReportType(
            fitting.size() == 1 ? one.name() : "",
            sameClass ? one.rsit() : Rsit.UNDETERMINED,
            sameSeverity ? one.severity() : Severity.NOT_TOLD,
            sameName ? one.identifier() : "",
            one.layout(),
            one.columns()));
  }
}
