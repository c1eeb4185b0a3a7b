package tenbin.spine.storage.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where rows lie: between two positions, both included, on some days of receipt.
 *
 * @param from the first position
 * @param to the last
 * @param received the days
 * @param kinds numbers of the kinds that are there
 */
public record RowBounds(long from, long to, Set<LocalDate> received, Set<Integer> kinds) {
  public RowBounds {
    received = Set.copyOf(received);
    kinds = Set.copyOf(kinds);
  }

  /** Chooses kinds by their number. */
  @FunctionalInterface
  public interface KindChoice {
    boolean wants(int kind) throws SQLException;
  }

  /**
   * Rows about one party that were observed on some days.
   *
   * @param responsible party number
   * @param groups each a {@link GroupKey}
   * @param fromDay the first, since 1970-01-01
   * @param toDay the last
   */
  public record Question(int responsible, List<Integer> groups, long fromDay, long toDay) {
    public Question {
      groups = List.copyOf(groups);
    }
  }

  /** Where such rows of some kinds lie; empty when there are none. */
  public static Optional<RowBounds> of(Connection connection, Question question, KindChoice choice)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select kind, received_day, min(from_position), max(to_position) from row_count"
                + " where responsible = ? and day >= ? and day <= ?"
                + " and "
                + GroupKey.sql("")
                + " = any(?) group by 1, 2")) {
      query.setInt(1, question.responsible);
      query.setLong(2, question.fromDay);
      query.setLong(3, question.toDay);
      query.setArray(4, connection.createArrayOf("int4", question.groups.toArray()));
      long from = Long.MAX_VALUE;
      long to = 0;
      Set<LocalDate> received = new TreeSet<>();
      Set<Integer> kinds = new TreeSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (kinds.contains(row.getInt(1)) || choice.wants(row.getInt(1))) {
            kinds.add(row.getInt(1));
            received.add(row.getObject(2, LocalDate.class));
            from = Math.min(from, row.getLong(3));
            to = Math.max(to, row.getLong(4));
          }
        }
      }
      return kinds.isEmpty()
          ? Optional.empty()
          : Optional.of(new RowBounds(from, to, received, kinds));
    }
  }
}
