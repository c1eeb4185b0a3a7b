package tenbin.wire.mrt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tenbin.wire.fuzz.Input;
import tenbin.wire.fuzz.Target;

/** The whole way of a file: unpacked, read, written as lines of both forms. */
final class MrtTarget implements Target {
  /** More lines would only fill the test's own memory. */
  private static final int MOST_LINES = 3_000;

  /** What a block of bzip2 takes, be it ever so short: at most one is tried for ten octets. */
  private static final long BLOCK_BYTES = 6L << 20;

  @Override
  public String name() {
    return "mrt";
  }

  @Override
  public List<String> read(Input input) throws IOException {
    List<String> told = new ArrayList<>();
    MrtTally inner = new MrtTally(new DumpLines(new Bounded(told)), word -> {});
    MrtSink both = new MrtFork(new RouteLines(new Bounded(told)), inner);
    MrtTally tally =
        new MrtTally(
            both,
            word -> {
              if (told.size() < MOST_LINES) {
                told.add(word);
              }
            });
    try (InputStream in = Unpacked.of(new ByteArrayInputStream(input.bytes()), 1)) {
      new MrtReader(in, tally).read();
    }
    told.add(tally.toString());
    return told;
  }

  /** A bomb of 256 KiB may hold a thousand times as much; it passes by and is not held. */
  @Override
  public long mostAllocatedBytes(Input input) {
    long packed = input.text().length();
    boolean bzip2 = input.text().startsWith("BZh");
    return 4_000L * packed + (bzip2 ? BLOCK_BYTES * (2 + packed / 10) : 0) + USUAL_MOST_BYTES;
  }

  /** Keeps the first lines. */
  private record Bounded(List<String> lines) implements Appendable {
    @Override
    public Appendable append(CharSequence text) {
      if (lines.size() < MOST_LINES) {
        lines.add(text.toString());
      }
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int from, int to) {
      return append(text.subSequence(from, to));
    }

    @Override
    public Appendable append(char one) {
      return this;
    }
  }
}
