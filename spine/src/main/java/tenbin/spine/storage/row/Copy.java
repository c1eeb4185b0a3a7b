package tenbin.spine.storage.row;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends a buffer of rows into a table by COPY, inside the connection's transaction. */
public final class Copy {
  /** A piece that the driver hands to the socket at once. */
  private static final int PIECE = 1 << 18;

  private Copy() {}

  /**
   * Sends all rows; does nothing when there are none.
   *
   * @param into table with its columns: "fold (responsible, position)"
   */
  public static void rows(Connection connection, String into, CopyBuffer rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    rows.end();
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + into + " from stdin (format binary)");
    try {
      for (int at = 0; at < rows.size(); at += PIECE) {
        copy.writeToCopy(rows.array(), at, Math.min(PIECE, rows.size() - at));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
