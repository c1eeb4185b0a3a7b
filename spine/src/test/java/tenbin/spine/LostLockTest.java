package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.StorageFailure;

class LostLockTest {
  private static final String ALL = "alpha-net,beta-net,gamma-net";

  /** The number that {@link OneWriter} locks. */
  private static final long LOCK = 0x7465_6e62_696eL;

  private static final String HERE =
      "locktype = 'advisory' and database ="
          + " (select oid from pg_database where datname = current_database())";

  @TempDir private Path data;

  @Test
  void a_hub_whose_session_was_cut_acknowledges_and_writes_nothing_until_the_lock_is_its_own_again()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL);
        Connection other = DriverManager.getConnection(hub.url());
        Connection witness = DriverManager.getConnection(hub.url())) {
      hub.read(GAMMA, (DAY + 1) + " 10.64.0.7 1111 conficker\n");
      takeOver(other, witness);
      String second = (DAY + 2) + " 10.64.0.7 2222 conficker\n";
      assertThatThrownBy(() -> hub.send(GAMMA, Optional.empty(), second))
          .isInstanceOfSatisfying(
              UploadRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(UploadRefused.Cause.NOT_NOW));
      assertThat(hub.spine().awaitCaughtUp(Duration.ofSeconds(3))).isFalse();
      assertThat(number(witness, "select count(*) from report")).as("acknowledged").isOne();
      assertThat(number(witness, "select count(*) from observation")).isOne();
      number(other, "select pg_advisory_unlock(" + LOCK + ")::int");
      hub.caughtUp();
      hub.read(GAMMA, second);
      assertThat(hub.all(ALPHA, 10))
          .extracting(row -> row.source().port())
          .containsExactly(1111, 2222);
    }
  }

  /** Waits for the lock as another hub would, then cuts the session that has it. */
  private static void takeOver(Connection other, Connection witness) throws SQLException {
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> {
          try (Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
        });
    while (number(witness, "select count(*) from pg_locks where not granted and " + HERE) == 0) {
      Thread.onSpinWait();
    }
    number(
        witness, "select count(pg_terminate_backend(pid)) from pg_locks where granted and " + HERE);
    waiting.join();
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void a_transaction_of_a_lost_session_is_not_committed_and_a_second_writer_is_refused()
      throws IOException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL);
        Database database = Database.open(hub.url())) {
      assertThatThrownBy(() -> OneWriter.on(database))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("another hub");
      hub.spine().close();
      try (OneWriter writer = OneWriter.on(database);
          Connection witness = DriverManager.getConnection(hub.url())) {
        assertThatThrownBy(() ->
                writer.transact(connection -> {
                  number(connection, "update hub_order set next_position = 99 returning 99");
                  return number(
                      witness,
                      "select count(pg_terminate_backend(pid)) from pg_locks where " + HERE);
                }))
            .isInstanceOf(StorageFailure.class);
        assertThat(number(witness, "select next_position from hub_order")).isOne();
        assertThatThrownBy(writer::check).isInstanceOf(StorageFailure.class);
        writer.renew();
        writer.check();
      }
      hub.reopen(ALL);
    }
  }
}
