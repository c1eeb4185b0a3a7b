package tenbin.spine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.SharedDatabase;

@SuppressWarnings("NullAway.Init")
class LedgerTest {
  private static final MemberId ALPHA = new MemberId("alpha-net");
  private static final MemberId BETA = new MemberId("beta-net");

  @TempDir private Path data;
  private Database database;
  private Ledger ledger;
  private ReceiptBook receipts;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(SharedDatabase.url());
    ledger = new Ledger(data, database, HubSecret.in(data));
    receipts = new StoredReceipts(database, HubSecret.in(data));
    for (int line = 0; line < 5; line++) {
      ledger.append(entry(line % 2 == 0 ? ALPHA : BETA, line));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Digest bytes(int line) {
    return Digest.of(new byte[] {(byte) line});
  }

  private static Entry entry(MemberId recipient, int line) {
    return new Entry(
        Instant.parse("2026-03-24T06:00:00.123456789Z"),
        recipient,
        "P1",
        "API",
        "json-lines",
        new Entry.Told(
            line,
            Set.of("policy"),
            Set.of("agreement-2", "agreement, 1"),
            Set.of("FEEDBACK"),
            Set.of("time:FULL")),
        Entry.Inner.NONE,
        List.of(),
        bytes(line));
  }

  @Test
  void an_untouched_ledger_holds_also_after_a_restart() throws IOException {
    assertThat(ledger.verify()).isEqualTo(new Ledger.Verification(5, 0, ""));
    Ledger again = new Ledger(data, database, HubSecret.in(data));
    again.append(entry(ALPHA, 6));
    assertThat(again.verify()).isEqualTo(new Ledger.Verification(6, 0, ""));
    assertThat(receipts.find(ALPHA, bytes(6))).isPresent();
    assertThat(receipts.find(BETA, bytes(6))).isEmpty();
    assertThat(receipts.find(ALPHA, bytes(7))).isEmpty();
  }

  @Test
  void the_database_refuses_to_change_or_remove_a_line() {
    for (String attempt :
        Set.of(
            "update ledger set recipient = 'x'", "delete from ledger", "truncate ledger cascade")) {
      assertThatThrownBy(() -> run(attempt))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append only");
    }
  }

  @Test
  void a_changed_line_shows_even_when_the_database_was_forced() throws SQLException {
    force("update ledger set entry = replace(entry, 'rows=2', 'rows=3') where seq = 3");
    assertThat(ledger.verify().broken()).isEqualTo(3);
  }

  @Test
  void a_line_given_to_another_recipient_shows() throws SQLException {
    force("update ledger set recipient = 'gamma-net' where seq = 2");
    assertThat(ledger.verify().broken()).isEqualTo(2);
  }

  @Test
  void a_line_cut_out_and_a_line_cut_off_show() throws SQLException {
    force(
        "delete from ledger_salt where seq = 5; delete from ledger_content where seq = 5; delete from ledger where seq = 5");
    assertThat(ledger.verify().holds()).as("cut off at the end").isFalse();
    force(
        "delete from ledger_salt where seq = 2; delete from ledger_content where seq = 2; delete from ledger where seq = 2");
    assertThat(ledger.verify().broken()).as("cut out").isEqualTo(2);
  }

  @Test
  void receipts_are_keyed_and_a_recipient_finds_its_own() {
    assertThat(receipts.receipts(ALPHA, 0, 10))
        .hasSize(3)
        .extracting(ReceiptBook.Line::id)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(
            receipts.receipts(BETA, 0, 10).stream().map(ReceiptBook.Line::id).toList());
    assertThat(receipts.receipts(BETA, 0, 10)).hasSize(2);
    assertThat(receipts.receipts(ALPHA, 1, 1))
        .extracting(ReceiptBook.Line::rows)
        .containsExactly(2L);
    ReceiptBook.Line newest = receipts.receipts(ALPHA, 0, 1).getFirst();
    assertThat(newest.bases()).containsExactly("agreement, 1", "agreement-2");
    assertThat(newest.obligations()).containsExactly("FEEDBACK");
    assertThat(newest.toString()).doesNotContain(bytes(4).hex());
  }

  @Test
  void a_recipient_checks_a_file_against_its_receipt_with_nothing_but_sha_256() throws Exception {
    ReceiptBook.Line line = receipts.find(ALPHA, bytes(2)).orElseThrow();
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(HexFormat.of().parseHex(line.salt()));
    sha.update(bytes(2).hex().getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(sha.digest())).isEqualTo(line.commitment());
    assertThat(line.rows()).isEqualTo(2);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What whoever runs the database itself can do. */
  private void force(String sql) throws SQLException {
    run(
        "alter table ledger disable trigger user; "
            + sql
            + "; alter table ledger enable trigger user");
  }
}
