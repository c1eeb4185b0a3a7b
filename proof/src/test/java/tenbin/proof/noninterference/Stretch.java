package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pairs that are run at one time. A night is a sum of stretches: each leaves a file with one line
 * of what it gave, written anew after every family, so that a stretch which is broken off counts as
 * far as it came.
 */
final class Stretch {
  private static final Path RESULTS = Path.of("target", "noninterference");
  private static final String HEAD =
      "first\tlast\tpairs\tworlds\talike\ttold\tanswers\tcpuSeconds\tbegun\tended";

  private final Clock clock = Clock.systemUTC();
  private final Instant begun = clock.instant();
  private final Stream<Family> families;
  private final String name;

  private Stretch(Stream<Family> families, String name) {
    this.families = families;
    this.name = name;
  }

  /** From one pair to another, counted from one on, in whole families. */
  Stretch(long first, long last) {
    this(Family.between(first, last), first + "-" + last);
  }

  /** What the properties of this process ask for. */
  static Optional<Stretch> askedFor() {
    String one = System.getProperty("tenbin.pair", "");
    String some = System.getProperty("tenbin.pairs", "");
    if (!one.isEmpty()) {
      String[] parts = one.split("\\.", 2);
      Pair pair = Pair.make(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
      return Optional.of(new Stretch(Stream.of(Family.of(pair)), "pair-" + one));
    }
    if (!some.isEmpty()) {
      String[] parts = some.split("-", 2);
      return Optional.of(new Stretch(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }
    return Optional.empty();
  }

  Stream<Family> families() {
    return families;
  }

  /** Whether no further family is begun. */
  boolean isOver() {
    return Optional.ofNullable(Integer.getInteger("tenbin.minutes"))
        .map(Duration::ofMinutes)
        .filter(most -> begun.plus(most).isBefore(clock.instant()))
        .isPresent();
  }

  /** Writes what came of it so far. */
  void keep(Tally tally) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%.2f\t%s\t%s",
            tally.first(),
            tally.last(),
            tally.pairs(),
            tally.bases() + tally.pairs(),
            tally.alike(),
            tally.told(),
            tally.answers(),
            tally.price() * tally.pairs(),
            begun.truncatedTo(ChronoUnit.SECONDS),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    Files.createDirectories(RESULTS);
    Files.write(RESULTS.resolve(name + ".tsv"), List.of(HEAD, line));
    if (!tally.faults().isEmpty()) {
      Files.write(RESULTS.resolve(name + ".faults.txt"), tally.faults());
    }
  }
}
