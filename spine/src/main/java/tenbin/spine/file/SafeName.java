package tenbin.spine.file;

import java.text.Normalizer;

/**
 * A file's name as it can be shown and kept on any system: no folder, no control, nothing that
 * turns the direction of writing, no name that a system reads otherwise.
 */
final class SafeName {
  /** Fits every file system in bytes of UTF-8, and a line of a page. */
  private static final int MOST = 80;

  private SafeName() {}

  /** The name made safe; "file" with the ending where nothing else is left. */
  static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = Normalizer.normalize(last, Normalizer.Form.NFC);
    StringBuilder safe = new StringBuilder();
    plain.codePoints().map(each -> isSafe(each) ? each : '_').forEach(safe::appendCodePoint);
    String name = safe.toString().replaceAll("_{2,}", "_").replaceAll("^[. _-]+|[. _]+$", "");
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot);
    String stem = dot < 0 ? name : name.substring(0, dot);
    stem = stem.substring(0, stem.offsetByCodePoints(0, length(stem, ending)));
    // Names that Windows keeps for devices, whatever their ending.
    boolean reserved = stem.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])?");
    return reserved ? "file" + (stem.isEmpty() ? "" : "_") + stem + ending : stem + ending;
  }

  private static int length(String stem, String ending) {
    return Math.min(stem.codePointCount(0, stem.length()), Math.max(1, MOST - ending.length()));
  }

  private static boolean isSafe(int each) {
    return Character.isLetterOrDigit(each) || "._- ()+,=@".indexOf(each) >= 0;
  }
}
