package tenbin.spine.collect.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail's own words: without quoted lines, without what follows a quote's heading or a signature.
 */
final class Unquoted {
  /** Feedback of some pages; the whole mail stays in the mailbox. */
  private static final int MOST_CHARACTERS = 4_000;

  private static final int MOST_LINE = 1_000;
  private static final Pattern QUOTED = Pattern.compile("^\\s*[>＞|].*");
  private static final Pattern REST_IS_QUOTED =
      Pattern.compile(
          "^(-- ?|-{2,}\\s*(original message|forwarded message|元のメッセージ|転送).*"
              + "|on .{5,200} wrote:|.{0,200}(が書きました|は書きました|さんのメール)[:：]"
              + "|(from|差出人|送信者)\\s*[:：].*|_{10,})\\s*$",
          Pattern.CASE_INSENSITIVE);

  private Unquoted() {}

  static String of(String text) {
    List<String> kept = new ArrayList<>();
    String before = "";
    for (String raw : text.lines().toList()) {
      String line = raw.length() > MOST_LINE ? raw.substring(0, MOST_LINE) : raw;
      if (REST_IS_QUOTED.matcher(line).matches()) {
        break;
      }
      if (REST_IS_QUOTED.matcher(before + " " + line.strip()).matches()) {
        kept.removeLast(); // A heading that a mail program broke in two.
        break;
      }
      if (QUOTED.matcher(line).matches()) {
        before = "";
        continue;
      }
      kept.add(line.replaceAll("\\p{Cntrl}", " ").stripTrailing());
      before = kept.getLast();
    }
    String own = String.join("\n", kept).strip();
    return own.length() > MOST_CHARACTERS ? own.substring(0, MOST_CHARACTERS) : own;
  }
}
