package tenbin.wire.json;

/**
 * A JSON text in the making (RFC 8259): members in the order in which they are given, no blanks,
 * half surrogates replaced, so that the same values always give the same bytes. Not for several
 * threads.
 */
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);

  /** Begins an object as the next value. */
  public JsonText object() {
    separate();
    out.append('{');
    return this;
  }

  /** Begins an object as the value of a member. */
  public JsonText object(String name) {
    name(name);
    out.append('{');
    return this;
  }

  public JsonText endObject() {
    out.append('}');
    return this;
  }

  /** Begins an array as the value of a member. */
  public JsonText array(String name) {
    name(name);
    out.append('[');
    return this;
  }

  public JsonText endArray() {
    out.append(']');
    return this;
  }

  /** A member with a text, also an empty one. */
  public JsonText text(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** A member with a text; nothing at all when the text is empty, which says "not told". */
  public JsonText told(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  public JsonText number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  public JsonText truth(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A text as the next element of an array. */
  public JsonText element(String value) {
    separate();
    quote(value);
    return this;
  }

  /** What was written so far; starts anew. */
  public String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  /** A text with its quotation marks and escapes. */
  static String quoted(String text) {
    JsonText quoted = new JsonText();
    quoted.quote(text);
    return quoted.take();
  }

  private void name(String name) {
    separate();
    quote(name);
    out.append(':');
  }

  private void separate() {
    if (out.isEmpty()) {
      return;
    }
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[' && last != ':') {
      out.append(',');
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> i += plain(text, i, c);
      }
    }
    out.append('"');
  }

  /** Appends one character that needs no short escape; returns how many more it took. */
  private int plain(String text, int at, char c) {
    if (c < 0x20 || c == 0x7f) {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      return 0;
    }
    if (!Character.isSurrogate(c)) {
      out.append(c);
      return 0;
    }
    boolean pair =
        Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (pair) {
      out.append(c).append(text.charAt(at + 1));
      return 1;
    }
    out.append('\ufffd');
    return 0;
  }
}
