package tenbin.spine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.ledger.LedgerFixture.ALPHA;
import static tenbin.spine.ledger.LedgerFixture.BETA;
import static tenbin.spine.ledger.LedgerFixture.SHOP;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.evidence.Commitments;
import tenbin.spine.ledger.evidence.Examiner;

/** Whoever can write to the database itself cannot hide it. */
@SuppressWarnings("NullAway.Init")
class LedgerDamageTest {
  private static final long SEED = 20261122;
  private static final int LINES = 400;

  @TempDir private Path data;
  private LedgerFixture hub;

  @BeforeEach
  void open() {
    hub = new LedgerFixture(data);
    hub.leaveTogether(LINES);
    hub.heads.cutDue();
    hub.tick(299);
    assertThat(hub.ledger.verify().why()).isEmpty();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void one_flipped_bit_anywhere_is_found() throws SQLException, IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> columns =
        List.of(
            "ledger.hash",
            "ledger.previous",
            "ledger_salt.salt",
            "ledger_content.sealed",
            "ledger_leaf.hash",
            "ledger_tile.root",
            "ledger_tile.hashes",
            "ledger_tree.salt",
            "ledger_tree.named",
            "ledger_tree.key",
            "ledger_head.places");
    for (String column : columns) {
      for (int round = 0; round < 3; round++) {
        damage(column, random);
      }
    }
  }

  private void damage(String column, SplittableRandom random) throws SQLException, IOException {
    String table = column.substring(0, column.indexOf('.'));
    String name = column.substring(column.indexOf('.') + 1);
    int bit = random.nextInt(1 << 20);
    int pick = random.nextInt(rows(table));
    hub.force("drop table if exists kept; create table kept as select * from " + table);
    String at = bit + " % (8 * length(" + name + "))";
    hub.force(
        "update %s set %s = set_bit(%s, %s, 1 - get_bit(%s, %s)) where ctid = (%s)"
            .formatted(
                table,
                name,
                name,
                at,
                name,
                at,
                "select ctid from "
                    + table
                    + " order by md5("
                    + name
                    + "::text) limit 1 offset "
                    + pick));
    assertThat(LedgerCheck.of(data, hub.database).verify().holds())
        .as("%s, seed %d, bit %d, pick %d", column, SEED, bit, pick)
        .isFalse();
    hub.force("delete from " + table + "; insert into " + table + " select * from kept");
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
  }

  @Test
  void the_leaf_that_stays_beside_its_tile_is_held_against_it() throws SQLException, IOException {
    hub.force(
        "update ledger_leaf set hash = set_bit(hash, 30, 1 - get_bit(hash, 30))"
            + " where tree = 0 and index = 255");
    assertThat(LedgerCheck.of(data, hub.database).verify().holds()).isFalse();
  }

  private int rows(String table) {
    return hub.database.transact(connection -> {
      try (Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("select count(*) from " + table)) {
        row.next();
        return row.getInt(1);
      }
    });
  }

  @Test
  void a_changed_text_a_changed_number_and_a_missing_row_are_found()
      throws SQLException, IOException {
    for (String change :
        List.of(
            "update ledger_leaf set told = replace(told, 'rows=4', 'rows=5') where told is not null",
            "update ledger_leaf set index = 1000 where tree = 1 and index = 7",
            "update ledger_leaf set seq = 401 where tree = 1 and index = 7",
            "delete from ledger_leaf where tree = 1 and index = (select max(index) from"
                + " ledger_leaf where tree = 1)",
            "delete from ledger_leaf where tree = 0 and index = 299",
            "delete from ledger_tile where tree = 0",
            "update ledger_tree set party = 'delta-net' where party = 'alpha-net'",
            "update ledger_tree set place = place # 1 where party = 'alpha-net'",
            "update ledger_head set slot = slot + 1",
            "update ledger_head set last_seq = last_seq - 1",
            "update ledger_head set note = replace(note, E'\\n300\\n', E'\\n299\\n')",
            "delete from ledger_head",
            "delete from ledger_leaf where seq = 400; delete from ledger_salt where seq = 400;"
                + " delete from ledger_content where seq = 400; delete from ledger where seq ="
                + " 400")) {
      hub.force("drop schema if exists kept cascade; create schema kept");
      for (String table :
          List.of(
              "ledger",
              "ledger_salt",
              "ledger_content",
              "ledger_leaf",
              "ledger_tile",
              "ledger_tree",
              "ledger_head")) {
        hub.force("create table kept." + table + " as select * from " + table);
      }
      hub.force(change);
      assertThat(LedgerCheck.of(data, hub.database).verify().holds()).as(change).isFalse();
      for (String table :
          List.of(
              "ledger",
              "ledger_salt",
              "ledger_content",
              "ledger_leaf",
              "ledger_tile",
              "ledger_tree",
              "ledger_head")) {
        hub.force(
            "delete from " + table + "; insert into " + table + " select * from kept." + table);
      }
    }
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
  }

  @Test
  void a_ledger_of_an_older_version_gets_its_trees_at_the_first_start(@TempDir Path other)
      throws Exception {
    try (LedgerFixture old = new LedgerFixture(other)) {
      String previous = Chain.BEGINNING;
      for (int seq = 1; seq <= 600; seq++) {
        previous = oldLine(old, seq, previous);
      }
      assertThat(LedgerCheck.of(other, old.database).verify().why()).contains("0 of 600 lines");
      old.reopen();
      Receipt fresh = old.leave(ALPHA, 601);
      old.tick(1);
      assertThat(LedgerCheck.of(other, old.database).verify().why()).isEmpty();
      StoredReceipts receipts = new StoredReceipts(old.database, old.secret);
      ReceiptBook.Line first = receipts.find(ALPHA, Digest.of(LedgerFixture.body(1))).orElseThrow();
      Examiner examiner = new Examiner(old.heads.proofs().key());
      byte[] proof = old.proof(ALPHA, new Receipt(first.id(), first.at(), first.commitment()));
      assertThat(examiner.examine(proof).english()).startsWith("holds: 1 rows left for alpha-net");
      assertThat(examiner.examine(old.proof(ALPHA, fresh)).holds()).isTrue();
    }
  }

  /** A line as versions before the trees wrote it. */
  private static String oldLine(LedgerFixture old, int seq, String previous) throws SQLException {
    String salt = "%032x".formatted(seq);
    String commitment =
        Commitments.toBytes(HexFormat.of().parseHex(salt), Digest.of(LedgerFixture.body(seq)));
    String text =
        "at=2026-03-01T00:00:00Z\nrecipient=alpha-net\npurpose=P1\noutlet=API\nformat=json-lines"
            + "\nrows=1\npolicies=p\nbases=b\nobligations=o\ncommitment="
            + commitment;
    String hash = Chain.hash(previous, seq, text);
    old.force(
        ("insert into ledger values (%d, '2026-03-01Z', 'alpha-net', E'%s', '\\x%s', '\\x%s');"
                + " insert into ledger_salt values (%d, '\\x%s')")
            .formatted(seq, text.replace("\n", "\\n"), previous, hash, seq, salt));
    return hash;
  }

  @Test
  void a_forgotten_party_is_unreadable_and_everything_still_holds() throws IOException {
    byte[] statement =
        hub.heads
            .proofs()
            .statement(SHOP, Instant.EPOCH, hub.clock.instant())
            .orElseThrow()
            .bytes();
    assertThat(hub.ledger.forget("shop.example")).isTrue();
    assertThat(hub.ledger.forget("shop.example")).isFalse();
    assertThat(hub.heads.proofs().statement(SHOP, Instant.EPOCH, hub.clock.instant())).isEmpty();
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
    hub.leave(BETA, 1_000, SHOP);
    hub.tick(1);
    hub.reopen();
    hub.leave(BETA, 1_001, SHOP);
    hub.tick(1);
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
    assertThat(
            hub.heads
                .proofs()
                .statement(SHOP, Instant.EPOCH, hub.clock.instant())
                .orElseThrow()
                .leaves())
        .as("a party of that name begins anew")
        .hasSize(2);
    assertThat(statement).as("what it kept itself holds for ever").isNotEmpty();
  }

  @Test
  void a_running_hub_notices_that_another_process_destroyed_a_key() throws IOException {
    Forgetting beside = new Forgetting(hub.database);
    long leaves = beside.leaves(SHOP).orElseThrow();
    assertThat(leaves).isPositive();
    assertThat(beside.forget(SHOP)).isTrue();
    assertThat(beside.leaves(SHOP)).isEmpty();
    assertThat(beside.forget(SHOP)).isFalse();
    hub.leave(BETA, 1_000, SHOP);
    hub.tick(1);
    assertThat(beside.leaves(SHOP)).as("it begins anew, under another key").hasValue(1L);
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
    hub.reopen();
    assertThat(LedgerCheck.of(data, hub.database).verify().why()).isEmpty();
  }
}
