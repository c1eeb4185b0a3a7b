package tenbin.nouns.report;

/**
 * Something wrong with a report, at its place: data, not an exception.
 *
 * @param fault what
 * @param place where
 * @param detail the offending text and what was expected, in English, cut to {@link #MOST_DETAIL}
 *     characters; control characters replaced
 */
public record Warning(Fault fault, Place place, String detail) {
  public static final int MOST_DETAIL = 200;

  public Warning {
    detail = clean(detail);
  }

  public Warning(Fault fault, Place place) {
    this(fault, place, "");
  }

  private static String clean(String text) {
    int length = Math.min(text.length(), MOST_DETAIL);
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '\ufffd' : c);
    }
    return out.toString();
  }
}
