package tenbin.spine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir private Path folder;

  @Test
  void what_was_committed_is_there_after_a_restart_and_a_stale_pid_file_does_no_harm()
      throws IOException, SQLException {
    Path home = open(folder);
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
        Connection connection = login(server, server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 7 as seven");
      assertThat(setting(statement, "fsync")).isEqualTo("on");
      assertThat(setting(statement, "listen_addresses")).isEqualTo("127.0.0.1");
    }
    long own = ProcessHandle.current().pid();
    Files.writeString(home.resolve("server/data/postmaster.pid"), own + "\n/nowhere\n");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
        Connection connection = login(server, server.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select seven from kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void another_user_of_the_machine_cannot_sign_in() throws IOException {
    Path home = open(folder);
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      assertThatThrownBy(() -> login(server, "guess")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> login(server, "")).isInstanceOf(SQLException.class);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.resolve("password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_folder_that_only_its_owner_reaches_will_do() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("home"));
        Connection connection = login(server, server.password())) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  /** JUnit's own folder is its owner's alone. */
  private static Path open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder.resolve("home");
  }

  private static Connection login(EmbeddedPostgres server, String password) throws SQLException {
    return DriverManager.getConnection(server.url(), server.user(), password);
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
