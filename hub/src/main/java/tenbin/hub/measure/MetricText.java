package tenbin.hub.measure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Prometheus's text exposition format, version 0.0.4: a family's help and type once, then its
 * lines. Names are checked as they are written, values of labels are escaped.
 */
final class MetricText {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Pattern NAME = Pattern.compile("tenbin_[a-z][a-z0-9_]*");

  private final StringBuilder out = new StringBuilder();

  /** What a family is. */
  enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  /** Begins a family; its lines follow. */
  Family family(String name, Kind kind, String help) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a metric of ours: " + name);
    }
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ")
        .append(name)
        .append(' ')
        .append(kind.name().toLowerCase(Locale.ROOT))
        .append('\n');
    return new Family(name);
  }

  /** A family of one line without labels. */
  void gauge(String name, String help, double value) {
    family(name, Kind.GAUGE, help).line(Map.of(), value);
  }

  /** The same with a whole number. */
  void gauge(String name, String help, long value) {
    family(name, Kind.GAUGE, help).line(Map.of(), value);
  }

  /** The lines of one family. */
  final class Family {
    private final String name;

    private Family(String name) {
      this.name = name;
    }

    Family line(Map<String, String> labels, double value) {
      return line("", labels, number(value));
    }

    Family line(Map<String, String> labels, long value) {
      return line("", labels, Long.toString(value));
    }

    /** A line whose name has an ending: _sum. */
    Family line(String ending, Map<String, String> labels, double value) {
      return line(ending, labels, number(value));
    }

    /** A line whose name has an ending: _bucket, _count. */
    Family line(String ending, Map<String, String> labels, long value) {
      return line(ending, labels, Long.toString(value));
    }

    private Family line(String ending, Map<String, String> labels, String value) {
      out.append(name).append(ending);
      if (!labels.isEmpty()) {
        String separator = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
          out.append(separator)
              .append(label.getKey())
              .append("=\"")
              .append(escaped(label.getValue()))
              .append('"');
          separator = ",";
        }
        out.append('}');
      }
      out.append(' ').append(value).append('\n');
      return this;
    }
  }

  /** Labels in the order in which they are written. */
  static Map<String, String> labels(String... namesAndValues) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      labels.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return labels;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
