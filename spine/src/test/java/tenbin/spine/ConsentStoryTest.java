package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.ConsentState;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.MemberId;
import tenbin.spine.consent.ConsentRecord;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.LoneStand;
import tenbin.spine.ground.StoredGrounds;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.GroundConsents;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** What organisations permit, in the book of grounds. */
class ConsentStoryTest {
  private static final Instant TOLD = Instant.parse("2026-03-25T05:00:00Z");
  private static final Customer SHOP = customer("c-shop");
  private static final Customer OTHER = customer("c-other");
  private static final IncidentReport REPORT =
      new IncidentReport(
          new UUID(1, 2),
          SHOP.party(),
          ALPHA.party(),
          TOLD,
          ZoneOffset.UTC,
          Tlp.AMBER,
          IncidentReport.Asking.WELCOME,
          Map.of(IncidentField.VICTIM_NAME, "The shop"));

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");

  private static Customer customer(String id) {
    return new Customer(new MemberId(id), ALPHA, id, "desk@shop.example", TOLD, Optional.empty());
  }

  private static Permission of(Permission.Part... parts) {
    return new Permission(
        Set.of(parts),
        Set.of(Permission.Aim.DEFEND),
        Set.of(Permission.EVERY_OPERATOR),
        Instant.parse("2027-03-25T00:00:00Z"));
  }

  private interface Work {
    void on(GroundConsents desk, StoredGrounds book);
  }

  private void with(Work work) {
    try (Database database = Database.open(SharedDatabase.url())) {
      LoneStand stand = new LoneStand(SmallCircle.circle("alpha-net"));
      StoredGrounds book = new StoredGrounds(database, clock, Optional.empty(), stand);
      GroundConsents desk = new GroundConsents(book, new Tokens(new byte[32]), clock);
      desk.welcome(SHOP, "Ito");
      desk.welcome(OTHER, "Ito");
      work.on(desk, book);
    }
  }

  private static String give(GroundConsents desk, Permission permission, List<String> instead) {
    return desk.give(SHOP, REPORT, permission, "the shop", instead);
  }

  @Test
  void given_narrowed_withdrawn_and_expired_have_their_states() {
    with((desk, book) -> {
      Permission wide = of(Permission.Part.IDENTITY, Permission.Part.DAMAGE);
      String first = give(desk, wide, List.of());
      clock.pass(Duration.ofDays(1));
      String second = give(desk, of(Permission.Part.IDENTITY), List.of(first));
      assertThat(desk.of(SHOP.party()))
          .extracting(ConsentDesk.Given::id, ConsentDesk.Given::live)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(second, true),
              org.assertj.core.groups.Tuple.tuple(first, false));
      assertThat(desk.withdraw(SHOP, second, "the shop")).isTrue();
      assertThat(desk.of(SHOP.party()).getFirst().state()).isEqualTo(ConsentState.WITHDRAWN.word());
      clock.pass(Duration.ofDays(1));
      String third = give(desk, wide, List.of());
      assertThat(desk.of(SHOP.party()))
          .filteredOn(ConsentDesk.Given::live)
          .extracting(ConsentDesk.Given::id)
          .containsExactly(third);
      clock.pass(Duration.ofDays(400));
      assertThat(desk.of(SHOP.party())).noneMatch(ConsentDesk.Given::live);
    });
  }

  @Test
  void what_others_recorded_before_does_not_change_the_name_of_a_consent() {
    List<String> names = new java.util.ArrayList<>();
    for (int others : List.of(0, 3)) {
      with((desk, book) -> {
        for (int i = 0; i < others; i++) {
          desk.welcome(customer("c-stranger-" + i), "Ito");
        }
        if (others > 0) {
          give(desk, of(Permission.Part.METHOD), List.of());
        }
        names.add(give(desk, of(Permission.Part.IDENTITY), List.of()));
        names.add(give(desk, of(Permission.Part.DAMAGE), List.of()));
        names.add(give(desk, of(Permission.Part.DAMAGE), List.of()));
      });
    }
    assertThat(names.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(names.subList(3, 6));
  }

  @Test
  void nobody_withdraws_or_replaces_what_another_gave() {
    with((desk, book) -> {
      String id = give(desk, of(Permission.Part.IDENTITY), List.of());
      int lines = book.history().size();
      assertThat(desk.withdraw(OTHER, id, "a guess")).isFalse();
      assertThat(book.history()).hasSize(lines);
      desk.give(OTHER, REPORT, of(Permission.Part.IDENTITY), "a guess", List.of(id));
      assertThat(desk.of(SHOP.party()))
          .filteredOn(ConsentDesk.Given::live)
          .extracting(ConsentDesk.Given::id)
          .containsExactly(id);
    });
  }

  @Test
  void receipt_of_a_consent_says_what_the_structure_of_the_standard_asks_for() {
    with((desk, book) -> {
      String id = give(desk, of(Permission.Part.IDENTITY), List.of());
      assertThat(ConsentRecord.of(book.inForce()))
          .singleElement()
          .satisfies(record -> assertThat(record.subject()).isEqualTo(SHOP.party()));
      assertThat(desk.receipt(SHOP.party(), id).orElseThrow()).contains("dpv:ConsentGiven", id);
      assertThat(desk.receipt(OTHER.party(), id)).isEmpty();
    });
  }

  @Test
  void every_consent_of_many_is_on_record() {
    with((desk, book) -> {
      for (int i = 0; i < 300; i++) {
        give(desk, of(Permission.Part.IDENTITY), List.of());
      }
      assertThat(desk.of(SHOP.party())).hasSize(300);
    });
  }
}
