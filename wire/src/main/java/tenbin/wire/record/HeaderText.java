package tenbin.wire.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Fields written as a mail's header is (RFC 5322 section 2.2): names in any case, folded lines.
 * What is no field is passed over.
 */
public final class HeaderText {
  /** No fields. */
  public static final HeaderText NONE = new HeaderText();

  /** Real feedback reports have some 20 fields. */
  private static final int MOST_FIELDS = 2_000;

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private HeaderText() {}

  /** Reads a text up to its first blank line behind a field. */
  public static HeaderText of(String text) {
    HeaderText header = new HeaderText();
    StringBuilder field = new StringBuilder();
    int count = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean folded = !line.isBlank() && (line.startsWith(" ") || line.startsWith("\t"));
      if (folded) {
        field.append(' ').append(line.strip());
        continue;
      }
      header.add(field.toString());
      field.setLength(0);
      if (line.isBlank() && !header.fields.isEmpty() || ++count > MOST_FIELDS) {
        break;
      }
      field.append(line);
    }
    header.add(field.toString());
    return header;
  }

  private void add(String field) {
    int colon = field.indexOf(':');
    if (colon > 0 && field.indexOf(' ') != 0) {
      fields
          .computeIfAbsent(
              field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
              name -> new ArrayList<>(1))
          .add(field.substring(colon + 1).strip());
    }
  }

  /** The first value of a field, "" when there is none; names are lower case. */
  public String first(String name) {
    List<String> all = fields.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** All values of a field, in order. */
  public List<String> all(String name) {
    return List.copyOf(fields.getOrDefault(name, List.of()));
  }

  /** Whether there is a field of that name. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Hands over every field with its first value, in order. */
  public void forEach(BiConsumer<String, String> visitor) {
    fields.forEach((name, all) -> visitor.accept(name, all.getFirst()));
  }
}
