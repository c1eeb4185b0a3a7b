package tenbin.wire.json;

import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259) as it was written: numbers keep their text. */
public sealed interface Json {
  /** An object; of two members of one name the last one counts. */
  record Members(Map<String, Json> all) implements Json {
    /** No members. */
    public static final Members EMPTY = new Members(Map.of());

    /** A member, {@link Null} when there is none. */
    public Json get(String name) {
      return all.getOrDefault(name, Null.NULL);
    }

    /** The text of a member that is a text, a number or a truth value; "" for anything else. */
    public String text(String name) {
      return get(name).scalar();
    }

    /** The member as an object, an empty one when it is none. */
    public Members members(String name) {
      return get(name) instanceof Members members ? members : EMPTY;
    }

    /** The member as an array, an empty one when it is none. */
    public List<Json> elements(String name) {
      return get(name) instanceof Elements(var list) ? list : List.of();
    }
  }

  /** An array. */
  record Elements(List<Json> all) implements Json {}

  /** A string. */
  record Text(String value) implements Json {}

  /** A number as written. */
  record Numeral(String written) implements Json {
    public boolean isInteger() {
      return written.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    }
  }

  /** A truth value. */
  record Truth(boolean value) implements Json {}

  /** Null, or nothing at all. */
  enum Null implements Json {
    NULL
  }

  /** Content that is not kept: evidence lies in the raw report. */
  enum LeftOut implements Json {
    LEFT_OUT
  }

  /** The text of a scalar, "" for null, objects and arrays. */
  default String scalar() {
    return switch (this) {
      case Text(var value) -> value;
      case Numeral(var written) -> written;
      case Truth(var value) -> Boolean.toString(value);
      case Members ignored -> "";
      case Elements ignored -> "";
      case LeftOut ignored -> "";
      case Null ignored -> "";
    };
  }

  /** What {@link #flatten} finds. */
  interface Leaf {
    void value(String name, String value);
  }

  /**
   * Hands over every leaf under its dotted name, arrays as their JSON text; empty ones left out.
   *
   * @param name the name of this value itself, empty for the outermost
   */
  default void flatten(String name, Leaf leaf) {
    switch (this) {
      case Members(var all) ->
          all.forEach((key, value) -> value.flatten(name.isEmpty() ? key : name + "." + key, leaf));
      case Elements(var all) -> {
        if (!all.isEmpty()) {
          leaf.value(name, JsonTree.write(this));
        }
      }
      case LeftOut ignored -> {}
      case Null ignored -> {}
      case Text(var value) -> told(name, value, leaf);
      case Numeral(var written) -> told(name, written, leaf);
      case Truth(var value) -> told(name, Boolean.toString(value), leaf);
    }
  }

  private static void told(String name, String value, Leaf leaf) {
    if (!value.isEmpty()) {
      leaf.value(name, value);
    }
  }
}
