package tenbin.spine.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.consent.ConsentRecord;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

class ConsentsTest {
  private static final PartyId SHOP = new PartyId("shop.example");
  private static final Entry.By BY = new Entry.By(new MemberId("alpha-net"), "the customer");
  private static final Circle CIRCLE =
      new Circle("Test", "1", List.of(), List.of(), List.of(), Tlp.AMBER);

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");

  private static Wish wish(Set<Category> categories, Set<Purpose> purposes) {
    return new Wish(
        SHOP,
        "The shop",
        Set.of(),
        Set.of(Gate.K, Gate.P),
        categories,
        Set.of(),
        purposes,
        Parties.in(Parties.Role.HOLDER),
        Parties.in(Parties.Role.ANYBODY),
        Optional.empty(),
        Optional.of(java.time.Instant.parse("2027-03-25T00:00:00Z")),
        "the page of the customer");
  }

  private interface Work {
    void on(Consents consents, StoredGrounds book);
  }

  private void with(Work work) {
    try (Database database = Database.open(SharedDatabase.url())) {
      StoredGrounds book =
          new StoredGrounds(database, clock, Optional.empty(), new LoneStand(CIRCLE));
      work.on(new Consents(book, new Random(7), clock), book);
    }
  }

  @Test
  void given_narrowed_withdrawn_and_expired_have_their_states() {
    with((consents, book) -> {
      Wish wide = wish(Set.of(Category.C5, Category.C6), Set.of(Purpose.INFORM_AND_DEFEND));
      String first = consents.give(BY, wide);
      clock.pass(Duration.ofDays(1));
      String second =
          consents.narrow(BY, first, wish(Set.of(Category.C5), Set.of(Purpose.INFORM_AND_DEFEND)));
      assertThat(consents.of(SHOP))
          .extracting(given -> given.basis().id(), Consents.Given::state)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(second, ConsentState.GIVEN),
              org.assertj.core.groups.Tuple.tuple(first, ConsentState.REVOKED));
      consents.withdraw(BY, SHOP, second, "a second click");
      assertThat(consents.of(SHOP).getFirst().state()).isEqualTo(ConsentState.WITHDRAWN);
      String third = consents.give(BY, wide);
      assertThat(consents.of(SHOP))
          .filteredOn(Consents.Given::isLive)
          .singleElement()
          .satisfies(given -> assertThat(given.basis().id()).isEqualTo(third));
      clock.pass(Duration.ofDays(400));
      assertThat(consents.of(SHOP)).noneMatch(Consents.Given::isLive);
    });
  }

  @Test
  void nobody_withdraws_or_narrows_what_another_gave_nor_widens_what_it_gave() {
    with((consents, book) -> {
      Wish some = wish(Set.of(Category.C5), Set.of(Purpose.INFORM_AND_DEFEND));
      String id = consents.give(BY, some);
      PartyId other = new PartyId("other.example");
      assertThatThrownBy(() -> consents.withdraw(BY, other, id, "a guess"))
          .isInstanceOf(GroundRefused.class);
      Wish wider = wish(Set.of(Category.C5, Category.C7), Set.of(Purpose.INFORM_AND_DEFEND));
      assertThatThrownBy(() -> consents.narrow(BY, id, wider)).isInstanceOf(GroundRefused.class);
      assertThat(book.history()).hasSize(1);
    });
  }

  @Test
  void receipt_of_a_consent_says_what_the_structure_of_the_standard_asks_for() {
    with((consents, book) -> {
      Wish some = wish(Set.of(Category.C5), Set.of(Purpose.INFORM_AND_DEFEND));
      String id = consents.give(BY, some);
      PolicySet set = book.inForce();
      assertThat(ConsentRecord.of(set))
          .singleElement()
          .satisfies(record -> {
            assertThat(record.subject()).isEqualTo(SHOP);
            assertThat(record.json()).contains("dpv:ConsentGiven").contains(id);
          });
    });
  }

  @Test
  void every_consent_of_many_is_on_record() {
    with((consents, book) -> {
      Wish some = wish(Set.of(Category.C5), Set.of(Purpose.INFORM_AND_DEFEND));
      for (int i = 0; i < 300; i++) {
        consents.give(BY, some);
      }
      assertThat(consents.of(SHOP)).hasSize(300);
    });
  }
}
