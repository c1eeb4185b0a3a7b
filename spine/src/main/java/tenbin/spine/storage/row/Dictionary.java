package tenbin.spine.storage.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tenbin.nouns.report.Digest;

/**
 * The short numbers that stand for values of one kind in every row. The one writer gives them; what
 * it gave goes to the database in the transaction of the rows that use it. Readers and tables keep
 * one instance per value, so the instance is looked for first. Not for several threads.
 */
final class Dictionary<T> {
  /** Instances of tables that were swapped out stay reachable until then; some 100 MB at most. */
  private static final int MOST_INSTANCES = 1 << 20;

  private final String table;
  private final Function<T, String> text;
  private final IdentityHashMap<T, Integer> instances = new IdentityHashMap<>();
  private final FingerprintTable numbers = new FingerprintTable();
  private List<Entry> fresh = new ArrayList<>();
  private int next = 1;

  /** A value that the database does not know yet. */
  record Entry(int id, UUID digest, String content) {}

  /** Loads the numbers given so far. */
  Dictionary(Connection connection, String table, Function<T, String> text) throws SQLException {
    this.table = table;
    this.text = text;
    try (Statement query = connection.createStatement()) {
      query.setFetchSize(10_000);
      try (ResultSet row = query.executeQuery("select id, digest from " + table)) {
        while (row.next()) {
          UUID digest = row.getObject(2, UUID.class);
          numbers.put(
              digest.getMostSignificantBits(), digest.getLeastSignificantBits(), row.getInt(1));
          next = Math.max(next, row.getInt(1) + 1);
        }
      }
    }
  }

  int numberOf(T value) {
    Integer known = instances.get(value);
    return known != null ? known : numberOfNew(value);
  }

  private int numberOfNew(T value) {
    if (instances.size() >= MOST_INSTANCES) {
      instances.clear();
    }
    String content = text.apply(value);
    UUID digest = digest(content);
    long known = numbers.get(digest.getMostSignificantBits(), digest.getLeastSignificantBits());
    int id = known == FingerprintTable.ABSENT ? add(digest, content) : (int) known;
    instances.put(value, id);
    return id;
  }

  private int add(UUID digest, String content) {
    int id = next++;
    numbers.put(digest.getMostSignificantBits(), digest.getLeastSignificantBits(), id);
    fresh.add(new Entry(id, digest, content));
    return id;
  }

  private static UUID digest(String content) {
    MessageDigest running = Digest.start();
    ByteBuffer hash = ByteBuffer.wrap(running.digest(content.getBytes(StandardCharsets.UTF_8)));
    return new UUID(hash.getLong(), hash.getLong());
  }

  /** Hands over what must be written before any row that uses it. */
  Fresh takeFresh() {
    Fresh taken = new Fresh(table, fresh);
    fresh = new ArrayList<>();
    return taken;
  }

  /** Values that the database does not know yet. */
  record Fresh(String table, List<Entry> entries) {
    void write(Connection connection) throws SQLException {
      if (entries.isEmpty()) {
        return;
      }
      CopyBuffer rows = new CopyBuffer();
      for (Entry entry : entries) {
        rows.row(3);
        rows.int4(entry.id());
        rows.uuid(entry.digest());
        rows.textColumn(entry.content());
      }
      Copy.rows(connection, table + " (id, digest, content)", rows);
    }
  }

  /** Reads a content by its number. */
  static String content(Connection connection, String table, int id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select content from " + table + " where id = ?")) {
      query.setInt(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no " + table + " " + id);
        }
        return row.getString(1);
      }
    }
  }
}
