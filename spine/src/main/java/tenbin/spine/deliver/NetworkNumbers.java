package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.balance.CustomerNetwork;
import tenbin.spine.storage.Database;

/** The short numbers that stand for customers' networks; a network keeps its own. Any thread. */
final class NetworkNumbers {
  private final Database database;
  private final Map<CustomerNetwork, Integer> known = new ConcurrentHashMap<>();

  NetworkNumbers(Database database) {
    this.database = database;
  }

  int of(CustomerNetwork network) {
    Integer there = known.get(network);
    if (there != null) {
      return there;
    }
    int number = database.transact(connection -> made(connection, network));
    known.put(network, number);
    return number;
  }

  private static int made(Connection connection, CustomerNetwork network) throws SQLException {
    Optional<Integer> there = select(connection, network);
    if (there.isPresent()) {
      return there.get();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into customer_network (party, prefix) values (?, ?) on conflict do nothing")) {
      set(insert, network);
      insert.executeUpdate();
    }
    return select(connection, network).orElseThrow();
  }

  private static Optional<Integer> select(Connection connection, CustomerNetwork network)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id from customer_network where party = ? and prefix = ?")) {
      set(query, network);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
      }
    }
  }

  private static void set(PreparedStatement statement, CustomerNetwork network)
      throws SQLException {
    statement.setString(1, network.customer().text());
    statement.setString(2, network.prefix().toString());
  }
}
