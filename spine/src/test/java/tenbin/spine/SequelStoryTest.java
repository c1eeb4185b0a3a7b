package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.ledger.evidence.StatementEntry;
import tenbin.spine.ledger.evidence.StatementText;
import tenbin.spine.recall.Recall;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** What becomes of deliveries stands in the statement of the one whom they were about. */
class SequelStoryTest {
  private static final Purpose P1 = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final PartyId SHOP = new PartyId("shop.example");
  private static final PartyId FARM = new PartyId("farm.example");
  private static final Entry.By BY = new Entry.By(GAMMA, "Ito");
  private static final String FILE =
      """
      policy: Clauses of a test
      parties:
        - {id: shop.example, name: Shop, carrier: false, classes: [customer-of:alpha-net], laws: []}
        - {id: farm.example, name: Farm, carrier: false, classes: [customer-of:beta-net], laws: []}
      facts:
        - {about: shop.example, key: network, value: 10.64.0.7/32, from: 2020-01-01}
        - {about: farm.example, key: network, value: 10.64.1.7/32, from: 2020-01-01}
      bases:
        - id: clause/rows
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
        - id: letter/alpha
          kind: contract-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          givers: [gamma-net]
          recipients: [alpha-net]
          obligations: [delete-after(P30D), encrypt, report-onward]
          from: 2020-01-01
          to: 2029-01-01
          evidence: a letter
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();

  private Spine open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "nobody-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), FILE);
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(url)
            .withPolicy(policy)
            .withClock(clock),
        SmallCircle.knowledge());
  }

  private static void read(Spine spine) throws Exception {
    String text = (DAY + 1) + " 10.64.0.7 1 conficker\n" + (DAY + 2) + " 10.64.1.7 2 conficker\n";
    Arrival arrival = new Arrival(GAMMA, "a.rows", "", Optional.empty(), Optional.empty());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    spine.intake().accept(arrival, new ByteArrayInputStream(bytes));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private void adopt(Spine spine) {
    Deed adopted = new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty());
    spine.grounds().record(BY, List.of(adopted), clock.instant(), "a paper");
  }

  /** The clause is given up, and what follows is due. */
  private void leave(Spine spine) {
    Deed left = new Deed.Left("clause/rows", GAMMA.party());
    spine.grounds().record(BY, List.of(left), clock.instant(), "a paper");
    clock.pass(Duration.ofSeconds(3));
  }

  private static void deliver(Spine spine, MemberId member) {
    List<Disclosure> rows =
        spine.deliveries().pull(new Pull(member, P1, Outlet.API, Optional.empty(), 100)).rows();
    assertThat(rows).isNotEmpty();
    leave(spine, member, P1, rows);
  }

  private static void leave(Spine spine, MemberId member, Purpose purpose, List<Disclosure> rows) {
    Digest digest = Digest.of(("rows of " + member).getBytes(StandardCharsets.UTF_8));
    spine
        .deliveries()
        .record(
            new Deliveries.Left(member, purpose, Outlet.API, "lines", Footing.of(rows), digest));
  }

  private Evidence.Statement statement(Spine spine, PartyId subject) {
    clock.pass(Duration.ofSeconds(20));
    spine.heads().cutDue();
    Evidence.Statement found =
        spine
            .evidence()
            .statement(subject, Instant.EPOCH, clock.instant().plusSeconds(1))
            .orElseThrow();
    assertThat(found.check(spine.evidence().key()).holds()).isTrue();
    return found;
  }

  private List<String> became(Spine spine, PartyId subject) {
    List<String> found = new ArrayList<>();
    for (StatementEntry each : StatementEntry.of(statement(spine, subject))) {
      each.sequel()
          .ifPresent(sequel ->
              found.add(
                  each.recipient()
                      + " "
                      + sequel.word()
                      + " "
                      + sequel.deliveries()
                      + " "
                      + each.rows()
                      + " "
                      + String.join(",", sequel.restsOn())));
    }
    return found;
  }

  /** The server cuts the connection that writes into a table, as a hub that is killed there. */
  private static void cutAt(Spine spine, String table) throws SQLException {
    run(
        spine,
        "create or replace function cut() returns trigger language plpgsql as $$ begin"
            + " perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
        "create trigger cut before insert on " + table + " for each row execute function cut()");
  }

  private static void run(Spine spine, String... statements) throws SQLException {
    try (Connection connection = spine.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Test
  void hub_that_stops_beside_a_line_about_a_recall_writes_it_once() throws Exception {
    try (Spine spine = open()) {
      read(spine);
      adopt(spine);
      clock.pass(Duration.ofDays(1));
      deliver(spine, BETA);
      clock.pass(Duration.ofDays(1));
      leave(spine);
      for (String table : List.of("ledger_once", "ledger", "recall_written")) {
        cutAt(spine, table);
        assertThatThrownBy(() -> spine.recalls().turn(), "cut at %s", table)
            .isInstanceOf(RuntimeException.class);
        run(spine, "drop trigger cut on " + table);
      }
    }
    try (Spine spine = open()) {
      assertThat(became(spine, FARM)).as("written before the cut").hasSize(1);
      spine.recalls().turn();
      spine.recalls().turn();
      assertThat(became(spine, FARM)).containsExactly("beta-net recalled 1 1 ");
      assertThat(became(spine, BETA.party())).hasSize(1);
      assertThat(spine.ledger().verify().holds()).isTrue();
    }
  }

  @Test
  void recalled_annotated_safe_answered_and_not_answered_are_lines_of_their_subjects_alone()
      throws Exception {
    try (Spine spine = open()) {
      read(spine);
      adopt(spine);
      for (int day = 1; day <= 9; day++) {
        clock.pass(Duration.ofDays(1));
        deliver(spine, ALPHA);
        deliver(spine, BETA);
      }
      List<Disclosure> numbers =
          spine.deliveries().pull(new Pull(BETA, P1, Outlet.API, Optional.empty(), 100)).rows();
      leave(spine, BETA, Purpose.STATISTICS, numbers);
      clock.pass(Duration.ofDays(1));
      int receipts = spine.receipts().receipts(BETA, 0, 100).size();
      leave(spine);
      spine.recalls().turn();

      assertThat(became(spine, SHOP)).containsExactly("alpha-net annotated 9 9 letter/alpha");
      assertThat(became(spine, FARM))
          .containsExactly("beta-net recalled 9 9 ", "beta-net stays 1 1 ");
      assertThat(spine.receipts().receipts(BETA, 0, 100)).as("no receipts").hasSize(receipts);
      spine.recalls().turn();
      assertThat(became(spine, FARM)).as("once").hasSize(2);

      clock.pass(Duration.ofDays(8));
      spine.recalls().turn();
      Recall recall = spine.recalls().book().of(BETA).getFirst();
      spine
          .recalls()
          .book()
          .answer(
              BETA, recall.id(), new Recall.Answer(Recall.How.STOPPED, "Kato", clock.instant()));
      spine.recalls().turn();
      spine.recalls().turn();
      assertThat(became(spine, FARM))
          .containsExactly(
              "beta-net recalled 9 9 ",
              "beta-net stays 1 1 ",
              "beta-net overdue 9 9 ",
              "beta-net stopped 9 9 ");
      assertThat(became(spine, SHOP)).as("nothing of farm's").hasSize(1);
      assertThat(became(spine, BETA.party())).as("its recipient proves it too").hasSize(4);
      assertThat(spine.ledger().verify().holds()).isTrue();
      readable(spine);
    }
  }

  private void readable(Spine spine) {
    Evidence.Statement statement = statement(spine, FARM);
    String english =
        new StatementText(statement, spine.evidence().key(), StatementText.Language.EN).text();
    String japanese =
        new StatementText(statement, spine.evidence().key(), StatementText.Language.JA).text();
    assertThat(english)
        .contains("recalled; 9 deliveries of 2026-03-26T", "clause/rows", "answer due 2026-04-1")
        .contains("no answer in time", "used no more, the recipient says", "a safe number");
    assertThat(japanese).contains("回収（", "9 件）", "回答期限 2026-04-1", "使用をやめた", "事務局");
    assertThat(statement.leaves())
        .allSatisfy(leaf -> assertThat(new LineText(leaf).one("about")).isEqualTo("this party"));
  }
}
