package tenbin.wire.fuzz;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Breaks bytes whatever they mean: cut, doubled, flipped, strewn with tokens. */
final class ByteChange implements Change {
  private static final int MOST_SLICE = 40;
  private static final int MOST_TIMES = 200;

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(MOST_SLICE));
    String before = text.substring(0, at);
    String slice = text.substring(at, to);
    String behind = text.substring(to);
    return Optional.of(
        switch (random.nextInt(7)) {
          case 0 -> before + Odd.one(Odd.TOKENS, random) + slice + behind;
          case 1 -> before + behind;
          case 2 -> before + slice + slice + behind;
          case 3 -> before;
          case 4 -> before + (char) random.nextInt(256) + (slice + behind).substring(less(to, at));
          case 5 -> before + slice.repeat(random.nextInt(MOST_TIMES)) + behind;
          default -> moved(before, slice, behind, random);
        });
  }

  private static int less(int to, int at) {
    return to > at ? 1 : 0;
  }

  private static String moved(String before, String slice, String behind, RandomGenerator random) {
    int at = random.nextInt(behind.length() + 1);
    return before + behind.substring(0, at) + slice + behind.substring(at);
  }
}
