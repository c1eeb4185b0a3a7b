package tenbin.desks.routes.past;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How routes of the past are kept.
 *
 * @param folder a folder of their own
 * @param keep for how long, at most a year (what the purpose P5 allows)
 * @param mostOctets of all files; the oldest go first
 * @param pace how files are cut
 */
public record PastSettings(Path folder, Duration keep, long mostOctets, Pace pace) {
  /** A month: an after-report is written by then. */
  public static final Duration USUAL_KEEP = Duration.ofDays(30);

  /** Some weeks of a few full tables; see the desk's page for octets of a change. */
  public static final long USUAL_OCTETS = 8_000L << 20;

  private static final Duration MOST_KEEP = Duration.ofDays(365);
  private static final long LEAST_OCTETS = 1 << 20;

  public PastSettings {
    if (keep.compareTo(Duration.ofHours(1)) < 0 || keep.compareTo(MOST_KEEP) > 0) {
      throw new IllegalArgumentException("past routes are kept for 1 hour to 365 days: " + keep);
    }
    if (mostOctets < LEAST_OCTETS) {
      throw new IllegalArgumentException("past routes need a megabyte at least: " + mostOctets);
    }
  }

  /** With the usual pace. */
  public static PastSettings of(Path folder, Duration keep, long mostOctets) {
    return new PastSettings(folder, keep, mostOctets, Pace.USUAL);
  }

  /**
   * How files are cut.
   *
   * @param part a part is closed after it
   * @param changes or when it has so many: they are in memory until then
   * @param parts so many of them behind a base, or...
   * @param base ...so long after it, a new base is made
   * @param waiting words between the watch and the disk
   */
  public record Pace(Duration part, int changes, int parts, Duration base, int waiting) {
    /** A question reads a block of each part behind a base: 64 of them take some 30 ms. */
    public static final Pace USUAL =
        new Pace(Duration.ofHours(1), 1 << 17, 64, Duration.ofDays(1), Waiting.MOST);
  }
}
