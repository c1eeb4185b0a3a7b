package tenbin.spine.checkup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.health.Health;

/**
 * How a hub is at one moment: numbers, no judgement.
 *
 * @param at when it was looked at
 * @param store its database
 * @param mayWrite whether it holds the lock of the one that writes
 * @param disk where raw reports lie
 * @param queue what waits to be read
 * @param delay how long members waited for rows in the last hour
 * @param outward what waits to be sent
 * @param ways in, each with its last report
 * @param doors that work by themselves
 * @param tables of networks
 */
public record Vitals(
    Instant at,
    Store store,
    boolean mayWrite,
    Disk disk,
    Queue queue,
    Delay delay,
    Outward outward,
    List<WaysIn.LastIn> ways,
    List<Health> doors,
    List<TableState> tables) {
  public Vitals {
    ways = List.copyOf(ways);
    doors = List.copyOf(doors);
    tables = List.copyOf(tables);
  }

  /**
   * The database.
   *
   * @param answers whether it does
   * @param took its answer to the question for its size
   * @param bytes of all tables
   */
  public record Store(boolean answers, Duration took, long bytes) {}

  /**
   * The disk of the raw reports.
   *
   * @param writable whether the folder can be written to
   * @param freeBytes left on it
   * @param reserveBytes below which no report is taken in
   */
  public record Disk(boolean writable, long freeBytes, long reserveBytes) {}

  /**
   * Reports that wait to be read.
   *
   * @param oldest when the one that waits longest was acknowledged
   */
  public record Queue(long reports, long bytes, Optional<Instant> oldest) {
    static final Queue EMPTY = new Queue(0, 0, Optional.empty());
  }

  /**
   * From a report's acknowledgement until its last row could be pulled, over an hour's reports.
   *
   * @param usual half of them were faster
   * @param most 19 of 20 were faster
   * @param longest of all
   */
  public record Delay(long reports, Duration usual, Duration most, Duration longest) {
    static final Delay NONE = new Delay(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  /**
   * Subscriptions.
   *
   * @param active that run
   * @param dead that failed for good
   * @param oldestDue since when the one most behind should have been looked at
   */
  public record Outward(long active, long dead, Optional<Instant> oldestDue) {
    static final Outward NONE = new Outward(0, 0, Optional.empty());
  }
}
