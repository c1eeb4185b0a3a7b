package tenbin.spine.storage.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import tenbin.nouns.time.Moment;

/**
 * Counts the rows of a chunk while it is filled, to be written in the transaction of the rows. Not
 * for several threads.
 */
public final class RowTally {
  private static final long HOUR = 3_600 * Moment.SECOND;
  private static final int HOURS = 24;

  private static final String ADD =
      "insert into row_count as c (responsible, day, kind, holder, marking, attribution, again,"
          + " received_day, rows, hours, from_position, to_position)"
          + " select responsible, day, kind, ?, marking, attribution, again, ?, rows, hours,"
          + " from_position, to_position from unnest(?::int4[], ?::int4[], ?::int4[], ?::int2[],"
          + " ?::int4[], ?::bool[], ?::int8[], ?::int4[], ?::int8[], ?::int8[])"
          + " as t (responsible, day, kind, marking, attribution, again, rows, hours,"
          + " from_position, to_position)"
          + " on conflict (responsible, day, kind, holder, marking, attribution, again,"
          + " received_day) do update set rows = c.rows + excluded.rows,"
          + " hours = c.hours | excluded.hours,"
          + " from_position = least(c.from_position, excluded.from_position),"
          + " to_position = greatest(c.to_position, excluded.to_position)";

  private final Map<Cell, Count> counts = new HashMap<>();

  /**
   * What is counted together, of one holder and one day of receipt.
   *
   * @param responsible party number
   * @param day of the time observed, since 1970-01-01
   * @param kind number
   * @param marking code
   * @param attribution number
   * @param again whether another holder had brought the row before
   */
  public record Cell(
      int responsible, int day, int kind, int marking, int attribution, boolean again) {}

  private static final class Count {
    private long rows;
    private int hours;
    private long from = Long.MAX_VALUE;
    private long to;
  }

  public void clear() {
    counts.clear();
  }

  /** Counts a row that was observed then and lies at that position. */
  public void add(Cell cell, Moment observed, long position) {
    Count count = counts.computeIfAbsent(cell, none -> new Count());
    count.rows++;
    count.hours |= 1 << hour(observed);
    count.from = Math.min(count.from, position);
    count.to = Math.max(count.to, position);
  }

  private static int hour(Moment observed) {
    return (int) Math.floorMod(Math.floorDiv(observed.epochNanos(), HOUR), (long) HOURS);
  }

  /** Adds what was counted to the table. */
  public void write(Connection connection, int holder, LocalDate received) throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    List<Cell> cells = new ArrayList<>(counts.keySet());
    List<Count> sums = cells.stream().map(counts::get).toList();
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setInt(1, holder);
      add.setObject(2, received);
      add.setObject(3, ints(cells, Cell::responsible));
      add.setObject(4, ints(cells, Cell::day));
      add.setObject(5, ints(cells, Cell::kind));
      add.setObject(6, ints(cells, Cell::marking));
      add.setObject(7, ints(cells, Cell::attribution));
      add.setArray(8, connection.createArrayOf("bool", cells.stream().map(Cell::again).toArray()));
      add.setObject(9, longs(sums, count -> count.rows));
      add.setObject(10, ints(sums, count -> count.hours));
      add.setObject(11, longs(sums, count -> count.from));
      add.setObject(12, longs(sums, count -> count.to));
      add.executeUpdate();
    }
  }

  private static <T> int[] ints(List<T> all, ToIntFunction<T> of) {
    return all.stream().mapToInt(of).toArray();
  }

  private static <T> long[] longs(List<T> all, ToLongFunction<T> of) {
    return all.stream().mapToLong(of).toArray();
  }
}
