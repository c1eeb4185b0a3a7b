package tenbin.wire.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds one bounded value from a parser's tokens. One for each record. */
final class JsonTree {
  /** A value costs this much beside its text. */
  private static final int NODE_BYTES = 16;

  /** The value is bounded by its size or its depth, and was more. */
  static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean deep;

    TooMuch(boolean deep) {
      super(deep ? "too deep" : "too long", null, false, false);
      this.deep = deep;
    }

    boolean deep() {
      return deep;
    }
  }

  private final JsonParser parser;
  private final Set<String> leftOut;
  private final int mostDepth;
  private long room;

  /**
   * A value to come.
   *
   * @param leftOut the members whose texts are not kept
   * @param room how many bytes it may hold
   */
  JsonTree(JsonParser parser, Set<String> leftOut, int mostDepth, long room) {
    this.parser = parser;
    this.leftOut = leftOut;
    this.mostDepth = mostDepth;
    this.room = room;
  }

  /** The value that begins at the parser's current token. */
  Json value(int depth) throws TooMuch {
    take(NODE_BYTES);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(depth + 1);
      case START_ARRAY -> elements(depth + 1);
      case VALUE_STRING -> new Json.Text(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(text());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      default -> Json.Null.NULL;
    };
  }

  private Json members(int depth) throws TooMuch {
    checkDepth(depth);
    Map<String, Json> all = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      all.put(name, member(name, depth));
    }
    return new Json.Members(all);
  }

  /** The value of a member at the parser's current token. */
  Json member(String name, int depth) throws TooMuch {
    take(name.length());
    // A text that is never asked for is skipped by the parser without being held.
    boolean left = parser.currentToken() == JsonToken.VALUE_STRING && leftOut.contains(name);
    return left ? Json.LeftOut.LEFT_OUT : value(depth);
  }

  private Json elements(int depth) throws TooMuch {
    checkDepth(depth);
    List<Json> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      all.add(value(depth));
    }
    return new Json.Elements(all);
  }

  private String text() throws TooMuch {
    String text = parser.getString();
    take(text.length());
    return text;
  }

  private void checkDepth(int depth) throws TooMuch {
    if (depth > mostDepth) {
      throw new TooMuch(true);
    }
  }

  private void take(long bytes) throws TooMuch {
    room -= bytes;
    if (room < 0) {
      throw new TooMuch(false);
    }
  }

  /** The JSON text of a value, without blanks. */
  static String write(Json value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Members(var all) -> {
        out.append('{');
        all.forEach((name, each) -> {
          out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
          out.append(JsonText.quoted(name)).append(':');
          write(each, out);
        });
        out.append('}');
      }
      case Json.Elements(var all) -> {
        out.append('[');
        for (int i = 0; i < all.size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(all.get(i), out);
        }
        out.append(']');
      }
      case Json.Text(var text) -> out.append(JsonText.quoted(text));
      case Json.Numeral(var written) -> out.append(written);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.LeftOut ignored -> out.append("null");
      case Json.Null ignored -> out.append("null");
    }
  }
}
