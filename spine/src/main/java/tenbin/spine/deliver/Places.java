package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Where cursors lie in the hub's order: those given out lately are remembered, the others are
 * looked up by their row. Any thread.
 */
final class Places {
  /** Pulls of the last hours; 200 bytes each. */
  private static final int MOST = 50_000;

  private static final long NANOS = 1_000_000_000L;

  private record Key(MemberId recipient, Cursors.Place place) {}

  private final Map<Key, Long> positions =
      new LinkedHashMap<>(1024) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
          return size() > MOST;
        }
      };

  synchronized void remember(MemberId recipient, Cursors.Place place, long position) {
    positions.put(new Key(recipient, place), position);
  }

  synchronized Optional<Long> known(MemberId recipient, Cursors.Place place) {
    return place.equals(Cursors.Place.BEGINNING)
        ? Optional.of(0L)
        : Optional.ofNullable(positions.get(new Key(recipient, place)));
  }

  /**
   * Looks a place up: the first of its rows that the recipient may have, else the first. Where
   * retention has removed the day, it goes on at the next one that is left.
   *
   * @param open the groups that the recipient may have
   */
  static long find(Connection connection, int party, Integer[] open, Cursors.Place place)
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
          if (Arrays.asList(open).contains(row.getInt(2))) {
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
