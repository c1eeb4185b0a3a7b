package tenbin.spine.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ledger.evidence.HeadLeaf;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.SharedDatabase;

/** A ledger with its heads on a database of its own and a clock that is moved by hand. */
final class LedgerFixture implements AutoCloseable {
  static final MemberId ALPHA = new MemberId("alpha-net");
  static final MemberId BETA = new MemberId("beta-net");
  static final PartyId SHOP = new PartyId("shop.example");

  final Path data;
  final SettableClock clock = new SettableClock("2026-03-24T06:00:00Z");
  final Database database = Database.open(SharedDatabase.url());
  final HubSecret secret;
  Ledger ledger;
  Heads heads;

  LedgerFixture(Path data) {
    this.data = data;
    try {
      this.secret = HubSecret.in(data);
      this.ledger = new Ledger(data, database, secret);
      this.heads = new Heads(database, secret, SigningKey.in(data), ledger, clock);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As after a restart of the hub. */
  void reopen() throws IOException {
    ledger = new Ledger(data, database, secret);
    heads = new Heads(database, secret, SigningKey.in(data), ledger, clock);
  }

  static byte[] body(int number) {
    return ("body " + number).getBytes(StandardCharsets.UTF_8);
  }

  /** Something that left, also about parties other than its recipient. */
  Receipt leave(MemberId recipient, int number, PartyId... abouts) {
    Entry.Told told =
        new Entry.Told(
            number,
            Set.of("policy"),
            Set.of("agreement, 1"),
            Set.of("feedback-by(reply)"),
            Set.of("time:FULL", "source-address:/24"));
    return ledger.append(
        new Entry(
            clock.instant(),
            recipient,
            "P1",
            "API",
            "json-lines",
            told,
            new Entry.Inner(Set.of("gamma-net"), "question\tanswer\t" + number),
            List.of(abouts).stream().map(party -> new Entry.About(party, told)).toList(),
            Digest.of(body(number))));
  }

  /** Time passes, and heads come: at once where several are due. */
  void tick(int times) {
    clock.pass(HeadLeaf.TICK.multipliedBy(times));
    heads.cutDue();
  }

  /** Many things that leave at once. */
  void leaveTogether(int lines) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int line = 0; line < lines; line++) {
        int number = line;
        PartyId[] abouts = number % 4 == 0 ? new PartyId[] {SHOP} : new PartyId[0];
        var _ = threads.submit(() -> leave(number % 4 == 0 ? BETA : ALPHA, number, abouts));
      }
    }
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  /** What whoever runs the database itself can do. */
  void force(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
      statement.execute("set session_replication_role = origin");
    }
  }

  byte[] proof(MemberId recipient, Receipt receipt) {
    if (heads.proofs().receipt(recipient, receipt.id())
        instanceof ProofBook.Proved.Proof(var file)) {
      return file.bytes();
    }
    throw new AssertionError("no proof yet");
  }

  @Override
  public void close() {
    database.close();
  }
}
