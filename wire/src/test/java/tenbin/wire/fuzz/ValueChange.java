package tenbin.wire.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts an odd value of its own kind in the place of a number, a time, an address, a word. */
final class ValueChange implements Change {
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]{1,30}(?:Z|[+-][0-9:]{1,6})?"),
              Odd.TIMES),
          new Kind(Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}"), Odd.ADDRESSES),
          new Kind(Pattern.compile("[0-9a-f]{0,4}::?[0-9a-f:]{1,40}"), Odd.ADDRESSES),
          new Kind(Pattern.compile("(?:[a-z0-9]{1,20}\\.){1,4}[a-z]{1,10}"), Odd.ADDRESSES),
          new Kind(Pattern.compile("[0-9]{1,30}"), Odd.NUMBERS),
          new Kind(Pattern.compile("[A-Za-z][a-z-]{2,30}"), Odd.TEXTS));

  private record Kind(Pattern pattern, List<String> odd) {}

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    Matcher matcher = kind.pattern.matcher(text);
    if (text.isEmpty() || !matcher.find(random.nextInt(text.length())) && !matcher.find(0)) {
      return Optional.empty();
    }
    return Optional.of(
        text.substring(0, matcher.start())
            + Odd.one(kind.odd, random)
            + text.substring(matcher.end()));
  }
}
