package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import tenbin.balance.Extent;
import tenbin.spine.storage.count.GroupKey;

/** How much of each group's rows was told as a recipient's cursors passed. One transaction's. */
final class ToldExtents {
  private final Connection connection;
  private final OpeningBook.Asker asker;
  private final GroupNumbers numbers;

  ToldExtents(Connection connection, OpeningBook.Asker asker, GroupNumbers numbers) {
    this.connection = connection;
    this.asker = asker;
    this.numbers = numbers;
  }

  /** By group and extent, behind which position no cursor has a row with more than that. */
  Map<Integer, Map<Extent, Long>> read() throws SQLException {
    Map<Integer, Map<Extent, Long>> all = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select holder, marking, network, extent, passed from told_extent"
                + " where responsible = ? and purpose = ?")) {
      query.setInt(1, asker.party());
      query.setString(2, asker.purpose().code());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          int base = GroupKey.of(row.getInt(1), row.getInt(2));
          all.computeIfAbsent(numbers.of(base, row.getInt(3)), unseen -> new HashMap<>())
              .put(new Extent(row.getString(4)), row.getLong(5));
        }
      }
    }
    return all;
  }

  /** Notes how much is told of a group from now on, to whoever has passed no more than this. */
  void note(int group, Extent extent, long passed) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into told_extent as t"
                + " (responsible, purpose, holder, marking, network, extent, passed)"
                + " values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (responsible, purpose, holder, marking, network, extent)"
                + " do update set passed = least(t.passed, excluded.passed)")) {
      insert.setInt(1, asker.party());
      insert.setString(2, asker.purpose().code());
      insert.setInt(3, GroupKey.holder(numbers.base(group)));
      insert.setInt(4, GroupKey.marking(numbers.base(group)));
      insert.setInt(5, numbers.network(group));
      insert.setString(6, extent.text());
      insert.setLong(7, passed);
      insert.executeUpdate();
    }
  }
}
