package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.spine.deliver.order.Stretch;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.spine.storage.row.Stored;

/** The questions that deliveries ask the table of observations. */
final class RowQueries {
  private final RowDecoder decoder;

  RowQueries(RowDecoder decoder) {
    this.decoder = decoder;
  }

  RowDecoder decoder() {
    return decoder;
  }

  /** Rows of a stretch, in order, among them some that are not of its groups: {@link Wanted}. */
  List<Stored> in(Connection connection, int party, Stretch stretch, Wanted wanted, int most)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.responsible = ? and o.position > ? and o.position <= ? and "
                + wanted.sql()
                + " order by o.position limit ?")) {
      query.setInt(1, party);
      query.setLong(2, stretch.behind());
      query.setLong(3, stretch.upTo());
      int next = wanted.set(query, 4);
      query.setInt(next, most);
      return read(connection, query);
    }
  }

  /** The rows that lie there, in order. */
  List<Stored> at(Connection connection, int party, List<Long> positions) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.responsible = ? and o.position = any(?) order by o.position")) {
      query.setInt(1, party);
      query.setArray(2, connection.createArrayOf("int8", positions.toArray(Long[]::new)));
      return read(connection, query);
    }
  }

  List<Stored> read(Connection connection, PreparedStatement query) throws SQLException {
    List<Stored> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(decoder.read(row, connection));
      }
    }
    return rows;
  }

  /** How often each of these rows came again after its own chunk. */
  static Map<Long, Long> folds(Connection connection, int party, List<Stored> rows)
      throws SQLException {
    Map<Long, Long> folds = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position, sum(times) from fold where responsible = ? and position = any(?)"
                + " group by position")) {
      query.setInt(1, party);
      query.setArray(
          2,
          connection.createArrayOf(
              "int8", rows.stream().map(Stored::position).toArray(Long[]::new)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          folds.put(row.getLong(1), row.getLong(2));
        }
      }
    }
    return folds;
  }

  /**
   * Whether an earlier row of the same identity, from another holder, goes to the same recipient
   * too: then this one adds nothing that it does not have.
   */
  static boolean hasEarlier(Connection connection, int party, Integer[] open, Stored row)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from observation o where o.responsible = ? and o.position < ?"
                + " and (o.position = ? or o.first = ? and o.first > 0) and "
                + Groups.OF_ROW
                + " = any(?) limit 1")) {
      query.setInt(1, party);
      query.setLong(2, row.position());
      query.setLong(3, row.first());
      query.setLong(4, row.first());
      query.setArray(5, connection.createArrayOf("int4", open));
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /** Where a row lies that has the same identity as another, and its holder and marking. */
  record Twin(int base, long position) {}

  /** Other rows of the same identity, from whatever holder, of open groups. */
  static List<Twin> twins(Connection connection, int party, Integer[] open, Stored row)
      throws SQLException {
    long root = row.first() > 0 ? row.first() : row.position();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + Groups.OF_ROW
                + ", o.position from observation o where o.responsible = ? and o.position <> ?"
                + " and (o.position = ? or o.first = ? and o.first > 0) and "
                + Groups.OF_ROW
                + " = any(?)")) {
      query.setInt(1, party);
      query.setLong(2, row.position());
      query.setLong(3, root);
      query.setLong(4, root);
      query.setArray(5, connection.createArrayOf("int4", open));
      List<Twin> twins = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          twins.add(new Twin(found.getInt(1), found.getLong(2)));
        }
      }
      return twins;
    }
  }
}
