package tenbin.desks.routes.book;

import java.util.ArrayList;
import java.util.List;
import tenbin.spine.storage.Database;

/** How the database goes about the book's questions. */
public final class IncidentPlans {
  private IncidentPlans() {}

  /** As the database does by itself when much has changed. */
  public static void analyze(Database database) {
    database.transact(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute("analyze");
      }
    });
  }

  /** Its plan for a slice, with times. */
  public static String explain(Database database, Slice slice) {
    return database.transact(connection -> {
      String question = "explain (analyze, buffers) " + PrefixRows.question(slice);
      try (var query = connection.prepareStatement(question)) {
        PrefixRows.bind(query, slice);
        List<String> lines = new ArrayList<>();
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
        }
        return String.join("\n", lines);
      }
    });
  }
}
