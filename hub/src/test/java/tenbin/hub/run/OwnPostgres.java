package tenbin.hub.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import tenbin.spine.storage.EmbeddedPostgres;

/** A PostgreSQL for the tests of a class; every one that asks gets a database of its own. */
final class OwnPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private int databases;

  OwnPostgres(Path folder) {
    this.server = EmbeddedPostgres.start(folder);
  }

  /** The URL of a new, empty database, with its login. */
  String url() throws SQLException {
    String login = "?user=" + server.user() + "&password=" + server.password();
    String name = "mail" + ++databases;
    try (Connection connection = DriverManager.getConnection(server.url() + login);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return server.url().replaceAll("/postgres$", "/" + name) + login;
  }

  @Override
  public void close() {
    server.close();
  }
}
