package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.order.Moment;
import tenbin.spine.deliver.order.Opening;
import tenbin.spine.deliver.order.Openings;
import tenbin.spine.deliver.order.Point;

/**
 * What was withheld from a recipient as its cursors passed, and when it was opened. Noted whenever
 * it asks, so that a date, a clause, an answer or a file all open alike, and the order of its rows
 * hangs on its own asking alone.
 */
final class OpeningBook {
  private final GroupNumbers numbers;

  OpeningBook(GroupNumbers numbers) {
    this.numbers = numbers;
  }

  /** Who asks and what for. */
  record Asker(int party, Purpose purpose) {}

  /** The openings so far. */
  Openings read(Connection connection, Asker asker) throws SQLException {
    List<Opening> all = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select at, holder, marking, passed, position, network from opening"
                + " where responsible = ? and purpose = ?")) {
      key(query, asker);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(
              new Opening(
                  numbers.of(Groups.number(row.getInt(2), row.getInt(3)), row.getInt(6)),
                  row.getLong(4),
                  new Moment(row.getLong(5), row.getTimestamp(1).toInstant())));
        }
      }
    }
    return all.isEmpty() ? Openings.NONE : new Openings(all);
  }

  /**
   * Notes what is withheld and what is open as the recipient asks for what lies behind a point.
   *
   * @return the openings, new ones among them
   */
  Openings note(Connection connection, Asker asker, Split groups, Point behind, Instant now)
      throws SQLException {
    new NetworksApart(connection, asker).know(groups.networks());
    Map<Integer, Long> withheld = withheld(connection, asker);
    Openings before = read(connection, asker);
    for (int group : groups.shut()) {
      long passed = before.passed(group, behind);
      if (passed < withheld.getOrDefault(group, Long.MAX_VALUE)) {
        shut(connection, asker, group, passed);
      }
    }
    List<Integer> opened = groups.open().stream().filter(withheld::containsKey).toList();
    Instant at = opened.isEmpty() ? now : free(connection, asker, now);
    for (int group : opened) {
      open(connection, asker, group, at);
    }
    return opened.isEmpty() ? before : read(connection, asker);
  }

  private Map<Integer, Long> withheld(Connection connection, Asker asker) throws SQLException {
    Map<Integer, Long> withheld = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select holder, marking, passed, network from withheld_group"
                + " where responsible = ? and purpose = ?")) {
      key(query, asker);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          int base = Groups.number(row.getInt(1), row.getInt(2));
          withheld.put(numbers.of(base, row.getInt(4)), row.getLong(3));
        }
      }
    }
    return withheld;
  }

  private void shut(Connection connection, Asker asker, int group, long passed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into withheld_group as w"
                + " (responsible, purpose, holder, marking, network, passed)"
                + " values (?, ?, ?, ?, ?, ?)"
                + " on conflict (responsible, purpose, holder, marking, network)"
                + " do update set passed = least(w.passed, excluded.passed)")) {
      key(insert, asker, group);
      insert.setLong(6, passed);
      insert.executeUpdate();
    }
  }

  /** Now, or just behind the last opening where the clock says that now is not behind it. */
  private static Instant free(Connection connection, Asker asker, Instant now) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select greatest(?, max(at) + interval '1 microsecond') from opening"
                + " where responsible = ? and purpose = ?")) {
      query.setTimestamp(1, Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)));
      query.setInt(2, asker.party);
      query.setString(3, asker.purpose.code());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getTimestamp(1).toInstant();
      }
    }
  }

  /**
   * Opens a group, unless another request did at this moment: that one is waited for, so that
   * nobody moves on without what it opened.
   */
  private void open(Connection connection, Asker asker, int group, Instant at) throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement(
            """
            with gone as (delete from withheld_group where responsible = ? and purpose = ?
              and holder = ? and marking = ? and network = ? returning *)
            insert into opening
              (responsible, purpose, at, holder, marking, network, passed, position)
            select g.responsible, g.purpose, ?, g.holder, g.marking, g.network,
              g.passed, greatest(g.passed, o.next_position - 1)
            from gone g, hub_order o\
            """)) {
      key(move, asker, group);
      move.setTimestamp(6, Timestamp.from(at));
      move.executeUpdate();
    }
  }

  private static void key(PreparedStatement statement, Asker asker) throws SQLException {
    statement.setInt(1, asker.party);
    statement.setString(2, asker.purpose.code());
  }

  private void key(PreparedStatement statement, Asker asker, int group) throws SQLException {
    key(statement, asker);
    statement.setInt(3, Groups.holder(numbers.base(group)));
    statement.setInt(4, Groups.marking(numbers.base(group)));
    statement.setInt(5, numbers.network(group));
  }
}
