package tenbin.spine.collect;

/**
 * How much may wait to be read, and how much disk stays free.
 *
 * @param mostBytes of one report as received
 * @param mostWaiting reports of one reporter that are not read yet
 * @param mostWaitingBytes of one reporter's reports that are not read yet
 * @param mostHubWaiting reports of all reporters together
 * @param mostHubBytes of all reporters together
 * @param mostBegun uploads of one reporter that are not complete
 * @param reserveBytes that stay free on the disk, for the database
 */
public record IntakeLimits(
    long mostBytes,
    int mostWaiting,
    long mostWaitingBytes,
    int mostHubWaiting,
    long mostHubBytes,
    int mostBegun,
    long reserveBytes) {
  /**
   * A national day is some 170 files and 3 GB from one reporter; ten such days may wait from one,
   * twenty in all. The reserve holds the rows of one such day and the database's own log.
   */
  public static final IntakeLimits USUAL =
      new IntakeLimits(5L << 30, 2_000, 30L << 30, 20_000, 60L << 30, 64, 4L << 30);
}
