package tenbin.wire.rpsl;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableSink;
import tenbin.wire.table.TableTally;

/**
 * Reads a database in RPSL object by object (RFC 2622 section 2): objects end at an empty line, a
 * line that begins with a space, a tab or "+" goes on with the value above, "#" begins a comment.
 * Lines with "%" are remarks of a server. One object is in memory at a time. Not for several
 * threads.
 */
public final class RpslReader {
  /** Attributes of one object that are kept; sets of registries reach some thousands. */
  static final int MOST_ATTRIBUTES = 10_000;

  private static final int MOST_VALUE = 1 << 16;

  private final Consumer<RpslObject> objects;
  private final TableSink faults;
  private final List<RpslObject.Attribute> attributes = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private String name = "";
  private long begins;
  private boolean broken;
  private long read;
  private long damaged;

  private RpslReader(Consumer<RpslObject> objects, TableSink faults) {
    this.objects = objects;
    this.faults = faults;
  }

  /** Reads a whole database; a damaged object is told and left out. */
  public static TableTally read(InputStream in, Consumer<RpslObject> objects, TableSink faults)
      throws IOException {
    return new RpslReader(objects, faults).read(new TableLines(in));
  }

  private TableTally read(TableLines lines) throws IOException {
    while (lines.next()) {
      String line = lines.text();
      if (line.isBlank() && (line.isEmpty() || line.charAt(0) != '+')) {
        endObject();
      } else if (line.charAt(0) != '%' && line.charAt(0) != '#') {
        take(line, lines.number());
      }
      if (lines.tooLong()) {
        damage(lines.number(), Fault.ROW_TOO_LONG, "longer than " + TableLines.MOST_BYTES);
      }
    }
    endObject();
    return new TableTally(lines.number(), read, damaged);
  }

  private void take(String line, long number) {
    if (begins == 0) {
      begins = number;
    }
    char first = line.charAt(0);
    if (first == ' ' || first == '\t' || first == '+') {
      goOn(line.substring(1), number);
      return;
    }
    endAttribute();
    int colon = line.indexOf(':');
    if (colon <= 0 || line.substring(0, colon).strip().indexOf(' ') >= 0) {
      damage(number, Fault.ROW_UNREADABLE, "not \"name: value\": " + line);
      return;
    }
    if (attributes.size() >= MOST_ATTRIBUTES) {
      damage(number, Fault.TOO_MANY_COLUMNS, "more than " + MOST_ATTRIBUTES + " attributes");
      return;
    }
    name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    value.append(withoutComment(line.substring(colon + 1)));
  }

  private void goOn(String more, long number) {
    if (name.isEmpty() || value.length() > MOST_VALUE) {
      damage(number, Fault.ROW_UNREADABLE, "goes on with nothing, or for too long");
      return;
    }
    String text = withoutComment(more);
    if (!text.isEmpty()) {
      value.append(value.isEmpty() ? "" : " ").append(text);
    }
  }

  private static String withoutComment(String text) {
    int hash = text.indexOf('#');
    return (hash < 0 ? text : text.substring(0, hash)).strip();
  }

  private void endAttribute() {
    if (!name.isEmpty()) {
      attributes.add(new RpslObject.Attribute(name, value.toString()));
      name = "";
      value.setLength(0);
    }
  }

  private void endObject() {
    endAttribute();
    if (!attributes.isEmpty() && !broken) {
      objects.accept(new RpslObject(begins, attributes));
      read++;
    }
    attributes.clear();
    begins = 0;
    broken = false;
  }

  /** Tells an object's first fault; the object is left out. */
  private void damage(long number, Fault fault, String reason) {
    if (!broken) {
      broken = true;
      damaged++;
      faults.damaged(new Warning(fault, Place.row(number), reason));
    }
  }
}
