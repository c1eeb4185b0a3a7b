package tenbin.desks.routes.book;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Address;

/** Values of the book in columns and out of them. */
final class Cells {
  private Cells() {}

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime time(Optional<Instant> at) {
    return at.map(Cells::time).orElse(null);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> perhaps(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  /** A router's address; some feeds tell none. */
  static String inet(Address address) {
    return address.isPresent() ? address.toString() : "::";
  }

  /** One column of many rows. */
  static <T> Array column(
      PreparedStatement statement, String type, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return statement.getConnection().createArrayOf(type, values);
  }
}
