package tenbin.wire.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Breaks JSON along its own lines: a value, a member, a nesting. */
final class JsonChange implements Change {
  private static final int MOST_DEPTH = 6_000;

  /** From a value's first character to behind its last. */
  private record Span(int from, int to) {
    String of(String text) {
      return text.substring(from, to);
    }
  }

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.empty();
    }
    List<Span> spans = spans(text);
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    Span span = spans.get(random.nextInt(spans.size()));
    String other = spans.get(random.nextInt(spans.size())).of(text);
    return Optional.of(
        text.substring(0, span.from)
            + instead(span.of(text), other, random)
            + text.substring(span.to));
  }

  private static String instead(String value, String other, RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0 -> other;
      case 1 -> "[" + value + "]";
      case 2 -> "[" + value + "," + other + "," + value + "]";
      case 3 -> "{" + "\"x\":" + value + ",\"x\":" + other + "}";
      case 4 -> value + ",\"source.ip\":" + other;
      case 5 -> nested(value, random.nextInt(MOST_DEPTH));
      case 6 -> "\"" + Odd.value(random) + "\"";
      case 7 -> Odd.one(Odd.NUMBERS, random);
      case 8 -> random.nextBoolean() ? "null" : "{}";
      default -> value + "\n" + other;
    };
  }

  private static String nested(String value, int depth) {
    return "[".repeat(depth) + value + "]".repeat(depth);
  }

  /** Every string, number, word, object and array; roughly, as the text may be broken already. */
  private static List<Span> spans(String text) {
    List<Span> found = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '"') {
        end = endOfString(text, at);
        found.add(new Span(at, end));
      } else if (c == '{' || c == '[') {
        open.add(at);
      } else if ((c == '}' || c == ']') && !open.isEmpty()) {
        found.add(new Span(open.removeLast(), end));
      } else if (Character.isLetterOrDigit(c) || c == '-') {
        end = endOfWord(text, at);
        found.add(new Span(at, end));
      }
      at = end;
    }
    return found;
  }

  private static int endOfString(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static int endOfWord(String text, int from) {
    int at = from + 1;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
