package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where cursors lie in the hub's order. Each is written down as it is given out, because the row
 * that it names may have come from several holders, whose rows lie apart; one that was given out
 * before that is looked up by its row.
 */
final class Places {
  private static final long NANOS = 1_000_000_000L;

  private static final String ROW =
      "responsible = ? and purpose = ? and day = ? and second = ? and mark = ? and opened = ?";

  private Places() {}

  /**
   * Writes a place down and gives it back with its number, if a row that looks the same from
   * outside was given out where another one lies.
   */
  static Cursors.Place remember(
      Connection connection, OpeningBook.Asker asker, Cursors.Place place, long position)
      throws SQLException {
    while (true) {
      Optional<Cursors.Place> known = numbered(connection, asker, place, position);
      if (known.isPresent()) {
        return known.get();
      }
      insert(connection, asker, place, position);
    }
  }

  private static Optional<Cursors.Place> numbered(
      Connection connection, OpeningBook.Asker asker, Cursors.Place place, long position)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select number from cursor_place where " + ROW + " and position = ?")) {
      key(query, 1, asker, place);
      query.setLong(7, position);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(place.withNumber(row.getInt(1))) : Optional.empty();
      }
    }
  }

  /** The next number, unless somebody takes it at this moment. */
  private static void insert(
      Connection connection, OpeningBook.Asker asker, Cursors.Place place, long position)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cursor_place
              (position, responsible, purpose, day, second, mark, opened, number)
            select ?, p.*, (select coalesce(max(c.number) + 1, 0) from cursor_place c
              where (c.responsible, c.purpose, c.day, c.second, c.mark, c.opened) = p)
            from (values (?::int, ?::text, ?::int, ?::bigint, ?::bigint, ?::bigint)) p
            on conflict do nothing\
            """)) {
      insert.setLong(1, position);
      key(insert, 2, asker, place);
      insert.executeUpdate();
    }
  }

  static Optional<Long> known(Connection connection, OpeningBook.Asker asker, Cursors.Place place)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position from cursor_place where " + ROW + " and number = ?")) {
      key(query, 1, asker, place);
      query.setInt(7, place.number());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private static void key(
      PreparedStatement statement, int from, OpeningBook.Asker asker, Cursors.Place place)
      throws SQLException {
    statement.setInt(from, asker.party());
    statement.setString(from + 1, asker.purpose().code());
    statement.setInt(from + 2, place.day());
    statement.setLong(from + 3, place.second());
    statement.setLong(from + 4, place.mark());
    statement.setLong(from + 5, place.opened());
  }

  /**
   * Looks a place up: the first of its rows that the recipient may have, else the first. Where
   * retention has removed the day, it goes on at the next one that is left.
   *
   * @param open the groups that the recipient may have
   */
  static long find(Connection connection, int party, List<Integer> open, Cursors.Place place)
      throws SQLException {
    List<Long> all = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select o.position, "
                + Groups.OF_ROW
                + " from observation o where o.responsible = ? and o.received_day = ?"
                + " and o.observed >= ? and o.observed < ? and o.fingerprint between ? and ?"
                + " order by o.position")) {
      query.setInt(1, party);
      query.setObject(2, LocalDate.ofEpochDay(place.day()));
      query.setLong(3, place.second() * NANOS);
      query.setLong(4, (place.second() + 1) * NANOS);
      query.setObject(5, new UUID(place.mark(), 0L));
      query.setObject(6, new UUID(place.mark(), -1L));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (open.contains(row.getInt(2))) {
            return row.getLong(1);
          }
          all.add(row.getLong(1));
        }
      }
    }
    return all.isEmpty() ? nextDay(connection, party, place) : all.getFirst();
  }

  private static long nextDay(Connection connection, int party, Cursors.Place place)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select coalesce((select min(position) - 1 from observation where responsible = ?"
                + " and received_day > ?), (select max(position) from observation"
                + " where responsible = ?), 0)")) {
      query.setInt(1, party);
      query.setObject(2, LocalDate.ofEpochDay(place.day()));
      query.setInt(3, party);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
