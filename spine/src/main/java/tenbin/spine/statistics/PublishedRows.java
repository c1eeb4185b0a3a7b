package tenbin.spine.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenbin.nouns.member.MemberId;

/** Published days out of the database. */
final class PublishedRows {
  private PublishedRows() {}

  /** The days that were published for a reader, the oldest first. */
  static List<Published> read(Connection connection, MemberId reader, StatisticsBook.Days days)
      throws SQLException {
    List<Published> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select day, counted from statistic_day"
                + " where ? = any(readers) and day between ? and ? order by day")) {
      query.setString(1, reader.text());
      query.setObject(2, days.from());
      query.setObject(3, days.to());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LocalDate day = row.getObject(1, LocalDate.class);
          found.add(new Published(day, members(row), figures(connection, day)));
        }
      }
    }
    return found;
  }

  private static List<MemberId> members(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray(2).getArray()).map(MemberId::new).toList();
  }

  private static List<Figure> figures(Connection connection, LocalDate day) throws SQLException {
    List<Figure> figures = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name, told from statistic_cell where day = ? order by name")) {
      query.setObject(1, day);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Figure.parse(row.getString(1) + " " + row.getLong(2)).ifPresent(figures::add);
        }
      }
    }
    return figures;
  }
}
