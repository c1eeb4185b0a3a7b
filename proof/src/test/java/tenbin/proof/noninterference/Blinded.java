package tenbin.proof.noninterference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hashes in a file of evidence that commit to what others have part in (lines of everybody,
 * policy sets, questions, holders) under salts and blinds that only the hub has: they have to
 * differ between two worlds, and whoever has not the salt cannot tell one from another. Each gets
 * the number of its first appearance in a look, so that which of them are equal to which is
 * compared all the same; everything else of such a file is compared as it is.
 */
final class Blinded {
  /** Beside the place and the head; blinds, roots; what a line only commits to; the signed note. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(\"(?:places|headPath)\" ?: ?\\[[^\\]]*\\])"
              + "|(blind=[0-9a-f]+)|((?:places|root)=[0-9a-f]{64})"
              + "|((?:policies|facts|holders|subjects)=[0-9a-f]{64})"
              + "|(\\\\n[A-Za-z0-9+/]{43}=\\\\n\\\\n[^\"]*\")"
              + "|(?m)(^[A-Za-z0-9+/]{43}=$|^\u00e2\u0080\u0094 \\S+ [A-Za-z0-9+/=]{92}$)");

  private static final Pattern HASH =
      Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9+/]{90}[A-Za-z0-9+/=]{2}|[A-Za-z0-9+/]{43}=");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** From a line to its tree's root, from a head to the log's: over commitments as well. */
  private static final Pattern PATHS = Pattern.compile("\"(?:path|beside)\" ?: ?\\[[^\\]]*\\]");

  String renamed(String file) {
    String first = PATHS.matcher(file).replaceAll(found -> numbered(found.group()));
    Matcher part = PARTS.matcher(first);
    StringBuilder text = new StringBuilder();
    while (part.find()) {
      part.appendReplacement(text, Matcher.quoteReplacement(numbered(part.group())));
    }
    return part.appendTail(text).toString();
  }

  private String numbered(String part) {
    return HASH.matcher(part)
        .replaceAll(
            found -> "#" + numbers.computeIfAbsent(found.group(), unseen -> numbers.size() + 1));
  }
}
