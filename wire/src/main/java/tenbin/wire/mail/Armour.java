package tenbin.wire.mail;

import java.util.regex.Pattern;

/**
 * The armour that OpenPGP puts around text (RFC 9580 sections 6 and 7), as far as it hides none.
 */
final class Armour {
  /** What an encrypted one is refused as. */
  static final String OPENPGP = "openpgp-message: decrypt it first";

  private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String ENCRYPTED = "-----BEGIN PGP MESSAGE-----";

  /** The hash's name and the like, up to an empty line. */
  private static final Pattern HEAD = Pattern.compile("^(?s:.*?)\\R[ \\t]*\\R");

  private Armour() {}

  /** What a text is sealed as, "" when it is not. */
  static String sealed(String text) {
    return text.stripLeading().startsWith(ENCRYPTED) ? OPENPGP : "";
  }

  /** The text inside a signature, as its writer wrote it; any other text is itself. */
  static String opened(String text) {
    int from = text.indexOf(SIGNED);
    int to = text.indexOf(SIGNATURE, from + 1);
    if (from < 0 || to < 0) {
      return text;
    }
    String inside = text.substring(from + SIGNED.length(), to).stripTrailing();
    String words = HEAD.matcher(inside).replaceFirst("");
    StringBuilder out = new StringBuilder(text.substring(0, from));
    words
        .lines()
        .forEach(line -> out.append(line.startsWith("- ") ? line.substring(2) : line).append('\n'));
    return out.toString();
  }
}
