package tenbin.spine.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One PostgreSQL for all tests of this JVM; every test that asks gets a database of its own. */
public final class SharedDatabase {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final int FELL_SECONDS = 5;

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
                  fell(folder);
                  server.close();
                  delete(folder);
                }));
        return server;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /** Its folder is thrown away, so it need not write down what it has in mind first. */
    private static void fell(Path folder) {
      try (Stream<Path> files = Files.walk(folder, 3)) {
        Optional<Path> pid = files.filter(each -> each.endsWith("postmaster.pid")).findFirst();
        if (pid.isPresent()) {
          ProcessHandle.of(Long.parseLong(Files.readAllLines(pid.get()).getFirst()))
              .ifPresent(SharedDatabase::fell);
        }
      } catch (IOException left) {
        throw new UncheckedIOException(left);
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

  /** At once, but the shared memory goes too: SIGQUIT (PostgreSQL's manual, section 18.5). */
  private static void fell(ProcessHandle server) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + server.pid()).start().waitFor();
      server.onExit().get(FELL_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException stays) {
      server.children().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
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
