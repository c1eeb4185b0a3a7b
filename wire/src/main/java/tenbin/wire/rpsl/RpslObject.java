package tenbin.wire.rpsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of a registry's database: attributes in order, names in lower case, values with their
 * continuation lines joined by a space and comments left out.
 *
 * @param line of the file on which it begins
 * @param attributes at least one; the first names its class and its key
 */
public record RpslObject(long line, List<Attribute> attributes) {
  /** A name and its value. */
  public record Attribute(String name, String value) {}

  public RpslObject {
    attributes = List.copyOf(attributes);
    if (attributes.isEmpty()) {
      throw new IllegalArgumentException("an object without an attribute");
    }
  }

  /** The class: "inetnum". */
  public String type() {
    return attributes.getFirst().name();
  }

  /** What the class attribute says: "192.0.2.0 - 192.0.2.255". */
  public String key() {
    return attributes.getFirst().value();
  }

  /** The first value of an attribute. */
  public Optional<String> first(String name) {
    for (Attribute each : attributes) {
      if (each.name().equals(name) && !each.value().isEmpty()) {
        return Optional.of(each.value());
      }
    }
    return Optional.empty();
  }

  /** Every value of an attribute, in order. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Attribute each : attributes) {
      if (each.name().equals(name)) {
        values.add(each.value());
      }
    }
    return values;
  }
}
