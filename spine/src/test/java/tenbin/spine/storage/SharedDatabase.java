package tenbin.spine.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM; every test that asks gets a database of its own. */
public final class SharedDatabase {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private SharedDatabase() {}

  private static final class Holder {
    private static final EmbeddedPostgres SERVER = started();

    private static EmbeddedPostgres started() {
      try {
        Path folder = Files.createTempDirectory("tenbin-test");
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  server.close();
                  delete(folder);
                }));
        return server;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void delete(Path folder) {
      try {
        Folders.delete(folder);
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
    }
  }

  /** The URL of a new, empty database, with its login. */
  public static String url() {
    EmbeddedPostgres server = Holder.SERVER;
    String name = "test" + NAMES.incrementAndGet();
    String login = "?user=" + server.user() + "&password=" + server.password();
    try (Connection connection = DriverManager.getConnection(server.url() + login);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
    return server.url().replaceAll("/postgres$", "/" + name) + login;
  }
}
