package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Networks whose rows a recipient's openings know apart. Until grounds spoke of a customer its rows
 * were among the others: what was withheld and opened of those was withheld and opened of these,
 * and is copied once. For one transaction.
 */
final class NetworksApart {
  private final Connection connection;
  private final OpeningBook.Asker asker;

  NetworksApart(Connection connection, OpeningBook.Asker asker) {
    this.connection = connection;
    this.asker = asker;
  }

  /** Knows networks apart from now on; each stands behind the one around it. */
  void know(List<Split.Nested> networks) throws SQLException {
    if (networks.isEmpty()) {
      return;
    }
    Set<Integer> known = known();
    for (Split.Nested each : networks) {
      if (!known.contains(each.network()) && isNew(each.network())) {
        copy(
            "insert into withheld_group (responsible, purpose, holder, marking, passed, network)"
                + " select responsible, purpose, holder, marking, passed, ? from withheld_group"
                + " where responsible = ? and purpose = ? and network = ?",
            each);
        copy(
            "insert into opening"
                + " (responsible, purpose, at, holder, marking, passed, position, network)"
                + " select responsible, purpose, at, holder, marking, passed, position, ?"
                + " from opening where responsible = ? and purpose = ? and network = ?",
            each);
        copy(
            "insert into told_extent"
                + " (responsible, purpose, holder, marking, extent, passed, network)"
                + " select responsible, purpose, holder, marking, extent, passed, ?"
                + " from told_extent where responsible = ? and purpose = ? and network = ?",
            each);
      }
    }
  }

  private Set<Integer> known() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select network from network_apart where responsible = ? and purpose = ?")) {
      query.setInt(1, asker.party());
      query.setString(2, asker.purpose().code());
      Set<Integer> known = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          known.add(row.getInt(1));
        }
      }
      return known;
    }
  }

  /** Whoever asks at the same moment waits here, and finds it known. */
  private boolean isNew(int network) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into network_apart (responsible, purpose, network) values (?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setInt(1, asker.party());
      insert.setString(2, asker.purpose().code());
      insert.setInt(3, network);
      return insert.executeUpdate() == 1;
    }
  }

  private void copy(String sql, Split.Nested network) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setInt(1, network.network());
      insert.setInt(2, asker.party());
      insert.setString(3, asker.purpose().code());
      insert.setInt(4, network.around());
      insert.executeUpdate();
    }
  }
}
