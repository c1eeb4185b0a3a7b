package tenbin.proof.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.ledger.Entry;
import tenbin.spine.ledger.Heads;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.LedgerCheck;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.ledger.SigningKey;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** Lines of five recipients in the ledger of a hub, one of ten also about a customer. */
final class ManyLines {
  static final int FLIPS = 10;

  private static final int THREADS = 16;

  /** So few that each one's tree has full tiles. */
  private static final int MEMBERS = 5;

  private static final Instant NOW = Instant.parse("2026-03-24T06:00:00Z");
  private static final List<String> COLUMNS =
      List.of(
          "ledger hash",
          "ledger_salt salt",
          "ledger_content sealed",
          "ledger_leaf hash",
          "ledger_tile hashes");

  private final Path data;
  private final Database database;
  private final Ledger ledger;
  private final Heads heads;

  ManyLines(Path data, Database database) throws IOException {
    this.data = data;
    this.database = database;
    HubSecret secret = HubSecret.in(data);
    this.ledger = new Ledger(data, database, secret);
    this.heads =
        new Heads(database, secret, SigningKey.in(data), ledger, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Writes lines; each thread waits until its line is durable before the next. */
  CpuClock.Span append(int lines) throws IOException {
    CpuClock clock = CpuClock.start();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Receipt>> waiting = new ArrayList<>();
      for (int line = 0; line < lines; line++) {
        int number = line;
        waiting.add(threads.submit(() -> ledger.append(entry(number))));
      }
      for (Future<Receipt> each : waiting) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IOException(failed);
    }
    CpuClock.Span span = clock.stop();
    heads.cutDue();
    return span;
  }

  private static Entry entry(int number) {
    Entry.Told told =
        new Entry.Told(
            1_000,
            Set.of("8d1c0a"),
            Set.of("membership-2026"),
            Set.of("feedback-by(reply)", "onward-only(subject)"),
            Set.of("class:FULL", "source-address:FULL", "source-port:FULL", "time:FULL"));
    PartyId shop = new PartyId("shop-" + number % 500);
    return new Entry(
        NOW.plusNanos(number * 1_000_000L),
        new MemberId("member-" + number % MEMBERS),
        "P1",
        "API",
        "json-lines",
        told,
        new Entry.Inner(Set.of("member-7", "member-8"), "sighting member-7\tPERMIT\t1000"),
        number % 10 == 0 ? List.of(new Entry.About(shop, told)) : List.of(),
        Digest.of(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)}));
  }

  boolean holds(int lines) throws IOException {
    Ledger.Verification found = LedgerCheck.of(data, database).verify();
    return found.holds() && found.lines() == lines;
  }

  /** Flips one bit after the other and turns it back; how many of them the check found. */
  int flip(RandomGenerator random) throws IOException {
    int found = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      String[] column = COLUMNS.get(flip % COLUMNS.size()).split(" ");
      int rows = Integer.parseInt(one("select count(*) from " + column[0]));
      String row =
          one(
              "select ctid::text from "
                  + column[0]
                  + " offset "
                  + random.nextInt(rows)
                  + " limit 1");
      int bit = random.nextInt(128);
      String turned = turn(column, bit, row);
      found += LedgerCheck.of(data, database).verify().holds() ? 0 : 1;
      turn(column, bit, turned);
    }
    return LedgerCheck.of(data, database).verify().holds() ? found : 0;
  }

  private String turn(String[] column, int bit, String row) {
    String name = column[1];
    return one(
        "update %s set %s = set_bit(%s, %d, 1 - get_bit(%s, %d)) where ctid = '%s' returning ctid"
            .formatted(column[0], name, name, bit, name, bit, row));
  }

  private String one(String sql) {
    return database.transact(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local session_replication_role = replica");
        return first(statement, sql);
      }
    });
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
