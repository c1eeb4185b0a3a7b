package tenbin.web.audit;

import java.util.regex.Pattern;

/** Text without mail addresses and addresses of machines. */
final class Scrubbed {
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+\\-\"]{1,64}@[\\p{L}\\p{N}.\\-]{1,255}");
  private static final Pattern V4 =
      Pattern.compile("(?<![0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.]*[0-9])");

  /** Four groups at least, or a gap: a time of day has three. */
  private static final Pattern V6 =
      Pattern.compile(
          "(?i)(?<![0-9a-z:])(?:(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}"
              + "|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?"
              + "|::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}))(?![0-9a-z:])");

  private Scrubbed() {}

  static String of(String text) {
    String rest = MAIL.matcher(text).replaceAll("(mail)");
    rest = V6.matcher(rest).replaceAll("(address)");
    return V4.matcher(rest).replaceAll("(address)");
  }
}
