package tenbin.spine.deliver;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition of SQL that all rows of some groups meet. Others may meet it too: a row that is apart
 * by its network is sorted out by {@link Split#isOf}.
 *
 * @param whole holders and markings
 * @param some holders and markings of which only rows about networks are wanted
 * @param prefixes those networks
 */
record Wanted(List<Integer> whole, List<Integer> some, List<String> prefixes) {
  /** Of rows "observation o". */
  String sql() {
    String all = Groups.OF_ROW + " = any(?)";
    return some.isEmpty()
        ? all
        : "("
            + all
            + " or "
            + all
            + " and (o.source_address <<= any(?) or o.destination_address <<= any(?)))";
  }

  /** All holders and markings of which some rows are wanted. */
  List<Integer> bases() {
    return Stream.concat(whole.stream(), some.stream()).distinct().toList();
  }

  /** Fills it in from a place on; returns the place behind it. */
  int set(PreparedStatement statement, int from) throws SQLException {
    var connection = statement.getConnection();
    statement.setArray(from, connection.createArrayOf("int4", whole.toArray()));
    if (some.isEmpty()) {
      return from + 1;
    }
    statement.setArray(from + 1, connection.createArrayOf("int4", some.toArray()));
    statement.setArray(from + 2, connection.createArrayOf("inet", prefixes.toArray()));
    statement.setArray(from + 3, connection.createArrayOf("inet", prefixes.toArray()));
    return from + 4;
  }
}
