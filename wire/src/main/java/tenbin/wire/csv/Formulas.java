package tenbin.wire.csv;

/**
 * Values that a spreadsheet would take for a formula, and what is done about them: an apostrophe in
 * front. They begin with one of = + - @ TAB CR LF, in full width too, which spreadsheets in
 * Japanese read alike (OWASP's page on CSV injection lists them all); numbers are none. A value
 * that begins with an apostrophe gets another one, so whoever takes one apostrophe away from the
 * beginning of a cell has the original. Stateless.
 */
public final class Formulas {
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20'";

  private Formulas() {}

  /** The value, harmless. */
  public static String disarmed(String value) {
    return isArmed(value) ? "'" + value : value;
  }

  /** The original of a value that was made harmless. */
  public static String original(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  static boolean isArmed(String value) {
    return !value.isEmpty() && STARTS.indexOf(value.charAt(0)) >= 0 && !isNumber(value);
  }

  /** A sign and digits with at most one point: no formula can be written with those. */
  private static boolean isNumber(String value) {
    int digits = 0;
    int points = 0;
    for (int i = value.charAt(0) == '-' || value.charAt(0) == '+' ? 1 : 0;
        i < value.length();
        i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c != '.' || ++points > 1) {
        return false;
      }
    }
    return digits > 0;
  }
}
