package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.EmbeddedPostgres;

/** One PostgreSQL with a database for every world, each a copy of one that is migrated once. */
final class Databases implements AutoCloseable {
  private static final String TEMPLATE = "migrated";

  private final EmbeddedPostgres server;
  private int made;

  Databases(Path folder) throws IOException, SQLException {
    server = EmbeddedPostgres.start(Files.createDirectories(folder));
    // Worlds are made to be thrown away: nothing of them must survive a power cut.
    // A login a connection, some ten connections a world: the password is not worth 4,096 rounds.
    run("alter role " + server.user() + " set synchronous_commit = off");
    run("alter system set autovacuum = off");
    run("select pg_reload_conf()");
    run(
        "set scram_iterations = 1; alter role "
            + server.user()
            + " password '"
            + server.password()
            + "'");
    run("create database " + TEMPLATE);
    Database.open(url(TEMPLATE)).close();
  }

  /** A migrated, empty database: its name. */
  String make() throws SQLException {
    String name = "world" + ++made;
    run("create database " + name + " template " + TEMPLATE + " strategy file_copy");
    return name;
  }

  void drop(String name) throws SQLException {
    run("drop database " + name + " with (force)");
  }

  /** Where a database is, with the login. */
  String url(String name) {
    String bare = server.url().replaceAll("/postgres$", "/" + name);
    return bare + "?user=" + server.user() + "&password=" + server.password();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
