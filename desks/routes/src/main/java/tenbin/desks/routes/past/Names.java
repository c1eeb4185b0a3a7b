package tenbin.desks.routes.past;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How the files are named: {@code log-7} as it is written, {@code part-7} sorted, {@code base-7}
 * all that stood at the end of part 7.
 */
enum Names {
  LOG,
  PART,
  BASE;

  /** Behind the name of what is not whole yet. */
  static final String BESIDE = ".new";

  private static final int DIGITS = 12;

  String of(long number) {
    return name().toLowerCase(Locale.ROOT) + "-" + String.format(Locale.ROOT, "%012d", number);
  }

  /** The number of a file that is named so. */
  OptionalLong number(Path file) {
    String name = file.getFileName().toString();
    String begin = name().toLowerCase(Locale.ROOT) + "-";
    String digits = name.startsWith(begin) ? name.substring(begin.length()) : "";
    boolean all = digits.length() == DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return all ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
