package tenbin.balance.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.PartyId;

class PartyTermsTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Term UNTIL_JULY = Term.of(MAY, JULY);

  /** A party whose name's hash is nothing: the mark of an empty slot. */
  private static final PartyId HASH_OF_NOTHING = new PartyId("f5a5a608");

  @Test
  void every_party_has_its_own_term_and_nobody_else_has_one() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int size : new int[] {0, 1, 2, 3, 5, 700, 3_000}) {
      Map<PartyId, Term> terms = new HashMap<>();
      while (terms.size() < size) {
        PartyId party = new PartyId("p" + random.nextInt(100_000));
        terms.put(party, Term.of(MAY, MAY.plusSeconds(1 + random.nextInt(1_000))));
      }
      PartyTerms all = new PartyTerms(terms);
      for (int i = 0; i < 100_000; i += size < 700 ? 97 : 7) {
        PartyId party = new PartyId("p" + i);
        assertThat(all.term(party)).as("seed %d, of %d", seed, size).isSameAs(terms.get(party));
      }
      assertThat(all.all()).isEqualTo(terms);
    }
  }

  @Test
  void a_party_is_found_whatever_its_name() {
    assertThat(HASH_OF_NOTHING.hashCode()).isZero();
    PartyTerms some = new PartyTerms(Map.of(HASH_OF_NOTHING, UNTIL_JULY));
    assertThat(some.term(HASH_OF_NOTHING)).isSameAs(UNTIL_JULY);
    assertThat(new PartyTerms(Map.of()).term(HASH_OF_NOTHING)).isNull();
  }

  @Test
  void a_party_is_in_it_while_its_term_holds_as_known() {
    PartyTerms some = new PartyTerms(Map.of(new PartyId("client"), UNTIL_JULY));
    assertThat(some.holds(new PartyId("client"), When.asKnownThen(MAY))).isTrue();
    assertThat(some.holds(new PartyId("client"), When.asKnownThen(JULY))).isFalse();
    assertThat(some.holds(new PartyId("other"), When.asKnownThen(MAY))).isFalse();
    Register register = new Register("outs", some);
    assertThat(register.lists(new PartyId("client"), When.asKnownThen(MAY))).isTrue();
    assertThat(register.lists(new PartyId("client"), When.asKnownThen(JULY))).isFalse();
  }

  @Test
  void the_same_parties_with_the_same_terms_are_equal() {
    PartyTerms one = new PartyTerms(Map.of(new PartyId("client"), UNTIL_JULY));
    assertThat(one)
        .isEqualTo(new PartyTerms(Map.of(new PartyId("client"), Term.of(MAY, JULY))))
        .hasSameHashCodeAs(Map.of(new PartyId("client"), UNTIL_JULY))
        .isNotEqualTo(new PartyTerms(Map.of(new PartyId("client"), Term.always())))
        .isNotEqualTo(Map.of(new PartyId("client"), UNTIL_JULY))
        .hasToString("1 parties");
  }
}
