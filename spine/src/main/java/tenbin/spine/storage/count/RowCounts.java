package tenbin.spine.storage.count;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is counted of the stored rows. It changes with them, in the same transaction. */
public final class RowCounts {
  private RowCounts() {}

  /** Rows that the balance decides alike: numbers of an attribution, a holder and a marking. */
  public record Alike(int attribution, int holder, int marking) {}

  /** So many rows of a kind of group. */
  public record Sum(Alike of, long rows) {}

  /**
   * A kind of group that has rows on a day.
   *
   * @param kind number
   * @param day since 1970-01-01
   * @param hours which of its hours have rows: bit 0 is the first
   */
  public record Present(Alike of, int kind, int day, int hours) {
    /** Whether one of the hours from one on until before another has a row, since 1970. */
    public boolean touches(long fromHour, long toHour) {
      for (long hour = Math.max(fromHour, day * 24L);
          hour < Math.min(toHour, day * 24L + 24);
          hour++) {
        if ((hours & 1 << hour - day * 24L) != 0) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Rows by what is decided alike: all of one holder's, or everybody's without those that another
   * holder had brought before.
   *
   * @param holder party number
   */
  public static List<Sum> sums(Connection connection, Optional<Integer> holder)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select attribution, holder, marking, sum(rows) from row_count where "
                + (holder.isPresent() ? "holder = ?" : "not again")
                + " group by 1, 2, 3 order by 1, 2, 3")) {
      if (holder.isPresent()) {
        query.setInt(1, holder.get());
      }
      List<Sum> sums = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sums.add(new Sum(alike(row), row.getLong(4)));
        }
      }
      return sums;
    }
  }

  /**
   * What one holder has on some days, or everybody without what another holder had brought before.
   *
   * @param holder party number
   * @param fromDay the first, since 1970-01-01
   * @param toDay the last
   */
  public static List<Present> present(
      Connection connection, Optional<Integer> holder, long fromDay, long toDay)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select attribution, holder, marking, kind, day, bit_or(hours) from row_count where "
                + (holder.isPresent() ? "holder = ?" : "not again")
                + " and day >= ? and day <= ? group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5")) {
      int next = 1;
      if (holder.isPresent()) {
        query.setInt(next++, holder.get());
      }
      query.setLong(next++, fromDay);
      query.setLong(next, toDay);
      List<Present> all = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(new Present(alike(row), row.getInt(4), row.getInt(5), row.getInt(6)));
        }
      }
      return all;
    }
  }

  private static Alike alike(ResultSet row) throws SQLException {
    return new Alike(row.getInt(1), row.getInt(2), row.getInt(3));
  }

  /** The first position of rows about a party that were observed on a day or later. */
  public static Optional<Long> oldest(Connection connection, int responsible, long fromDay)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select min(from_position) from row_count where responsible = ? and day >= ?")) {
      query.setInt(1, responsible);
      query.setLong(2, fromDay);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, Long.class));
      }
    }
  }

  /** Parties about whom there are so many rows of a day or later: their numbers, in order. */
  public static List<Integer> busy(Connection connection, long fromDay, long least)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select responsible from row_count where responsible > 0 and day >= ?"
                + " group by 1 having sum(rows) >= ? order by 1")) {
      query.setLong(1, fromDay);
      query.setLong(2, least);
      List<Integer> all = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(row.getInt(1));
        }
      }
      return all;
    }
  }

  /** Forgets the rows that were received on a day, as they go. */
  public static void forget(Connection connection, LocalDate received) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from row_count where received_day = ?")) {
      delete.setDate(1, Date.valueOf(received));
      delete.executeUpdate();
    }
  }
}
