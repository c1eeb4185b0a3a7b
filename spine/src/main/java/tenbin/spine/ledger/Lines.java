package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The ledger's rows of one transaction, sent together. */
final class Lines implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement line;
  private final PreparedStatement salt;
  private final PreparedStatement content;
  private final List<TreeStore.Leaf> leaves = new ArrayList<>();

  Lines(Connection connection) throws SQLException {
    this.connection = connection;
    this.line =
        connection.prepareStatement(
            "insert into ledger (seq, at, recipient, entry, previous, hash)"
                + " values (?, ?, ?, ?, ?, ?)");
    this.salt = connection.prepareStatement("insert into ledger_salt (seq, salt) values (?, ?)");
    this.content =
        connection.prepareStatement("insert into ledger_content (seq, sealed) values (?, ?)");
  }

  void add(Pending pending, Ledger.Head last, Ledger.Head next, String text) throws SQLException {
    line.setLong(1, next.seq());
    line.setTimestamp(2, Timestamp.from(pending.entry().at()));
    line.setString(3, pending.entry().recipient().text());
    line.setString(4, text);
    line.setBytes(5, HexFormat.of().parseHex(last.hash()));
    line.setBytes(6, HexFormat.of().parseHex(next.hash()));
    line.addBatch();
    salt.setLong(1, next.seq());
    salt.setBytes(2, pending.sealedSalt());
    salt.addBatch();
    content.setLong(1, next.seq());
    content.setBytes(2, pending.sealedContent());
    content.addBatch();
    leaves.addAll(pending.leaves());
  }

  void flush() throws SQLException {
    line.executeBatch();
    salt.executeBatch();
    content.executeBatch();
    TreeStore.write(connection, leaves);
  }

  @Override
  public void close() throws SQLException {
    try (line;
        salt;
        content) {
      leaves.clear();
    }
  }
}
