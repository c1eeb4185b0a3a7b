package tenbin.desks.routes.declare.file;

import tenbin.nouns.net.Prefix;

/**
 * A prefix and which lengths inside it are meant (RFC 2622 section 2, range operators): never
 * counted out.
 *
 * @param prefix all of it
 * @param shortest of the lengths that are meant
 * @param longest of them
 */
record PrefixRange(Prefix prefix, int shortest, int longest) {
  /**
   * Reads "10.0.0.0/8", "10.0.0.0/8^+", "^-", "^24" and "^20-24".
   *
   * @throws IllegalArgumentException with the text and what is wrong with it
   */
  static PrefixRange parse(String text) {
    int hat = text.indexOf('^');
    if (hat < 0) {
      Prefix prefix = Prefix.parse(text.strip());
      return new PrefixRange(prefix, prefix.length(), prefix.length());
    }
    Prefix prefix = Prefix.parse(text.substring(0, hat).strip());
    int length = prefix.length();
    int most = prefix.isV4() ? 32 : 128;
    String operator = text.substring(hat + 1).replace(" ", "");
    PrefixRange range =
        switch (operator) {
          case "+" -> new PrefixRange(prefix, length, most);
          case "-" -> new PrefixRange(prefix, length + 1, most);
          default -> between(prefix, operator, text);
        };
    if (range.shortest < length || range.shortest > range.longest || range.longest > most) {
      throw new IllegalArgumentException("no such lengths inside " + prefix + ": \"" + text + "\"");
    }
    return range;
  }

  private static PrefixRange between(Prefix prefix, String operator, String text) {
    int dash = operator.indexOf('-');
    int from = length(dash < 0 ? operator : operator.substring(0, dash), text);
    int to = dash < 0 ? from : length(operator.substring(dash + 1), text);
    return new PrefixRange(prefix, from, to);
  }

  private static int length(String digits, String text) {
    boolean number =
        !digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(Character::isDigit);
    if (!number) {
      throw new IllegalArgumentException("not a range of lengths in \"" + text + "\"");
    }
    return Integer.parseInt(digits);
  }
}
