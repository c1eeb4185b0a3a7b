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
import tenbin.balance.Extent;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.order.Moment;
import tenbin.spine.deliver.order.Opening;
import tenbin.spine.deliver.order.Openings;
import tenbin.spine.deliver.order.Point;
import tenbin.spine.storage.count.GroupKey;

/**
 * What was withheld from a recipient as its cursors passed, whole rows or some of their fields, and
 * when it was opened. Noted whenever it asks, so that a date, a clause, an answer or a file all
 * open alike, and the order of its rows hangs on its own asking alone.
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
                  numbers.of(GroupKey.of(row.getInt(2), row.getInt(3)), row.getInt(6)),
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
    ToldExtents extents = new ToldExtents(connection, asker, numbers);
    Map<Integer, Map<Extent, Long>> told = extents.read();
    List<Turn> turns = new ArrayList<>();
    for (int group : groups.open()) {
      long passed =
          Math.min(before.passed(group, behind), withheld.getOrDefault(group, Long.MAX_VALUE));
      turns.add(
          new Turn(
              group,
              withheld.containsKey(group),
              told.getOrDefault(group, Map.of()),
              groups.extent(group),
              passed));
    }
    boolean opens = turns.stream().anyMatch(Turn::opens);
    Instant at = opens ? free(connection, asker, now) : now;
    for (Turn each : turns) {
      if ((!each.opens() || open(connection, asker, each, at)) && each.isNews()) {
        extents.note(each.group, each.now, each.passed);
      }
    }
    return opens ? read(connection, asker) : before;
  }

  /**
   * What a question does to an open group.
   *
   * @param withheld whether it was when it was passed
   * @param told how much of its rows was told before, and behind which position
   * @param now how much is told from now on
   * @param passed behind which position
   */
  private record Turn(
      int group, boolean withheld, Map<Extent, Long> told, Extent now, long passed) {
    boolean opens() {
      return withheld || !outgrown().isEmpty();
    }

    /** What was told where more is told now. */
    List<String> outgrown() {
      return told.keySet().stream().filter(then -> !now.isWithin(then)).map(Extent::text).toList();
    }

    /** Whether what is written down of it has to change. */
    boolean isNews() {
      return passed < told.getOrDefault(now, Long.MAX_VALUE);
    }
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
          int base = GroupKey.of(row.getInt(1), row.getInt(2));
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
      key(insert, 1, asker, group);
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
   *
   * @return whether this one did
   */
  private boolean open(Connection connection, Asker asker, Turn turn, Instant at)
      throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement(
            """
            with gone as (delete from withheld_group where responsible = ? and purpose = ?
              and holder = ? and marking = ? and network = ? returning passed),
            outgrown as (delete from told_extent where responsible = ? and purpose = ?
              and holder = ? and marking = ? and network = ? and extent = any(?) returning passed),
            open as (select min(passed) as passed from
              (select passed from gone union all select passed from outgrown) o)
            insert into opening
              (responsible, purpose, holder, marking, network, at, passed, position)
            select ?, ?, ?, ?, ?, ?, p.passed, greatest(p.passed, o.next_position - 1)
            from open p, hub_order o where p.passed is not null\
            """)) {
      key(move, 1, asker, turn.group);
      key(move, 6, asker, turn.group);
      move.setArray(11, connection.createArrayOf("text", turn.outgrown().toArray()));
      key(move, 12, asker, turn.group);
      move.setTimestamp(17, Timestamp.from(at));
      return move.executeUpdate() == 1;
    }
  }

  private static void key(PreparedStatement statement, Asker asker) throws SQLException {
    statement.setInt(1, asker.party);
    statement.setString(2, asker.purpose.code());
  }

  private void key(PreparedStatement statement, int from, Asker asker, int group)
      throws SQLException {
    statement.setInt(from, asker.party);
    statement.setString(from + 1, asker.purpose.code());
    statement.setInt(from + 2, GroupKey.holder(numbers.base(group)));
    statement.setInt(from + 3, GroupKey.marking(numbers.base(group)));
    statement.setInt(from + 4, numbers.network(group));
  }
}
