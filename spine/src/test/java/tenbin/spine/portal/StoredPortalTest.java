package tenbin.spine.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.portal.PortalBook.Issued;
import tenbin.spine.portal.PortalBook.Knock;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

class StoredPortalTest {
  private static final long SEED = 20_261_122;
  private static final MemberId AOZORA = new MemberId("aozora");
  private static final MemberId HAYATE = new MemberId("hayate");

  private final SettableClock clock = new SettableClock("2026-11-18T12:00:00Z");
  private final Database database = Database.open(SharedDatabase.url());
  private final Tokens tokens = new Tokens(new byte[32]);
  private final StoredPortal book =
      new StoredPortal(database.dataSource(), tokens, clock, new Random(SEED));

  @AfterEach
  void close() {
    database.close();
  }

  private Issued issue(Customer customer, boolean coded) {
    return book.issue(
        new PortalBook.Order(customer.id(), Optional.empty(), coded, "Ito", Duration.ofDays(30)));
  }

  @Test
  void a_desk_sees_its_own_organisations_and_those_that_ended_last() {
    Customer ume = book.add(AOZORA, "Ume", "x@ume.example");
    Customer take = book.add(AOZORA, "Take", "x@take.example");
    Customer foreign = book.add(HAYATE, "Matsu", "x@matsu.example");
    assertThat(book.of(AOZORA)).containsExactly(take, ume);
    book.end(take.id());
    assertThat(book.of(AOZORA)).extracting(Customer::name).containsExactly("Ume", "Take");
    assertThat(book.find(take.id()).map(Customer::isActive)).contains(false);
    assertThat(book.of(HAYATE)).containsExactly(foreign);
    assertThat(ume.id().text()).matches("c-[a-z]{10}").isNotEqualTo(take.id().text());
  }

  @Test
  void a_link_leads_in_until_its_end_and_not_at_it() {
    Customer customer = book.add(AOZORA, "Ume", "x@ume.example");
    Issued issued = issue(customer, false);
    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(book.knock(issued.secret(), ""))
        .isInstanceOfSatisfying(
            Knock.Open.class, open -> assertThat(open.customer()).isEqualTo(customer));
    assertThat(book.linksOf(customer.id()).getFirst().lastUsed()).contains(clock.instant());
    clock.pass(Duration.ofSeconds(1));
    assertThat(book.knock(issued.secret(), "")).isEqualTo(new Knock.Shut());
    assertThat(book.open(issued.link().id())).isEmpty();
    assertThatThrownBy(() ->
            book.issue(
                new PortalBook.Order(
                    customer.id(),
                    Optional.empty(),
                    false,
                    "Ito",
                    PortalBook.LONGEST.plusSeconds(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoever_copies_the_database_has_no_secret_and_no_code() throws SQLException {
    Customer customer = book.add(AOZORA, "Ume", "x@ume.example");
    Issued issued = issue(customer, true);
    String code = issued.code().orElseThrow();
    assertThat(issued.toString()).doesNotContain(issued.secret()).doesNotContain(code);
    StringBuilder table = new StringBuilder();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select portal_link::text from portal_link")) {
      while (row.next()) {
        table.append(row.getString(1));
      }
    }
    assertThat(table.toString()).isNotEmpty().doesNotContain(issued.secret());
    byte[] plain =
        tenbin.nouns.report.Digest.start()
            .digest(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(table.toString()).doesNotContain(java.util.HexFormat.of().formatHex(plain));
    Tokens others = new Tokens(tokens.secret("another hub"));
    String forged = others.token("portal", issued.link().id().toString());
    assertThat(book.knock(forged, code)).isEqualTo(new Knock.Shut());
  }

  @Test
  void revoked_ended_and_never_made_are_alike() {
    Customer customer = book.add(AOZORA, "Ume", "x@ume.example");
    Issued one = issue(customer, false);
    Issued other = issue(customer, true);
    book.revoke(one.link().id());
    assertThat(book.knock(one.secret(), "")).isEqualTo(new Knock.Shut());
    assertThat(book.knock("a".repeat(Tokens.LENGTH), "")).isEqualTo(new Knock.Shut());
    assertThat(book.knock("'; drop table customer; --", "")).isEqualTo(new Knock.Shut());
    assertThat(book.knock(other.secret(), "")).isEqualTo(new Knock.CodeWanted());
    book.end(customer.id());
    assertThat(book.knock(other.secret(), other.code().orElseThrow())).isEqualTo(new Knock.Shut());
    assertThat(book.open(UUID.randomUUID())).isEmpty();
  }

  @Test
  void many_guesses_at_once_are_no_more_than_five() throws Exception {
    Customer customer = book.add(AOZORA, "Ume", "x@ume.example");
    Issued issued = issue(customer, true);
    String right = issued.code().orElseThrow();
    String wrong = right.equals("000000") ? "000001" : "000000";
    List<Future<Knock>> guesses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        guesses.add(threads.submit(() -> book.knock(issued.secret(), wrong)));
      }
    }
    for (Future<Knock> each : guesses) {
      assertThat(each.get()).isNotInstanceOf(Knock.Open.class);
    }
    assertThat(book.knock(issued.secret(), right)).isEqualTo(new Knock.Shut());
    assertThat(book.linksOf(customer.id()).getFirst().endedAt()).isPresent();
  }

  @Test
  void a_right_code_after_four_wrong_ones_opens_and_forgets_them() {
    Issued issued = issue(book.add(AOZORA, "Ume", "x@ume.example"), true);
    String right = issued.code().orElseThrow();
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < PortalBook.MOST_FAILURES - 1; i++) {
        assertThat(book.knock(issued.secret(), wrong)).isEqualTo(new Knock.CodeWanted());
      }
      assertThat(book.knock(issued.secret(), right)).isInstanceOf(Knock.Open.class);
    }
  }
}
