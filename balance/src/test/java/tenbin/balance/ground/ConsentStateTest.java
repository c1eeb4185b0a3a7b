package tenbin.balance.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.PartyId;

/** Consent and its states as the W3C Data Privacy Vocabulary has them (DISCLOSURE section 4). */
class ConsentStateTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void only_given_and_given_anew_open_and_only_refused_and_withdrawn_shut() {
    assertThat(ConsentState.values())
        .filteredOn(ConsentState::isValid)
        .containsExactly(ConsentState.GIVEN, ConsentState.RENEWED_GIVEN);
    assertThat(ConsentState.values())
        .filteredOn(ConsentState::forbids)
        .containsExactly(ConsentState.REFUSED, ConsentState.WITHDRAWN);
  }

  @Test
  void every_state_is_read_back_from_its_word_and_no_other_word_is_one() {
    assertThat(ConsentState.values())
        .allSatisfy(each -> assertThat(ConsentState.tryParse(each.word())).contains(each));
    assertThat(ConsentState.tryParse("given")).isEmpty();
  }

  @Test
  void nobody_asked_is_unknown_and_what_came_last_counts() {
    assertThat(at(MAY)).isEqualTo(ConsentState.UNKNOWN);
    Grant.Change given = new Grant.Change(ConsentState.GIVEN, MAY, MAY);
    Grant.Change withdrawn = new Grant.Change(ConsentState.WITHDRAWN, JULY, JULY);
    assertThat(at(JULY.minusNanos(1), withdrawn, given)).isEqualTo(ConsentState.GIVEN);
    assertThat(at(JULY, withdrawn, given)).isEqualTo(ConsentState.WITHDRAWN);
  }

  @Test
  void a_change_counts_when_it_is_on_record_and_its_time_has_come() {
    Grant.Consent backdated =
        consent(
            new Grant.Change(ConsentState.GIVEN, MAY, MAY),
            new Grant.Change(ConsentState.WITHDRAWN, JUNE, JULY));
    assertThat(backdated.stateAt(When.asKnownThen(JUNE))).isEqualTo(ConsentState.GIVEN);
    assertThat(backdated.stateAt(new When(JUNE, JULY))).isEqualTo(ConsentState.WITHDRAWN);
    Grant.Consent announced =
        consent(
            new Grant.Change(ConsentState.GIVEN, MAY, MAY),
            new Grant.Change(ConsentState.WITHDRAWN, JULY, JUNE));
    assertThat(announced.stateAt(When.asKnownThen(JUNE))).isEqualTo(ConsentState.GIVEN);
  }

  @Test
  void of_two_changes_for_one_time_the_later_recorded_counts() {
    Grant.Change given = new Grant.Change(ConsentState.GIVEN, MAY, JUNE);
    Grant.Change refused = new Grant.Change(ConsentState.REFUSED, MAY, MAY);
    assertThat(at(JULY, given, refused)).isEqualTo(ConsentState.GIVEN);
    assertThat(at(JULY, refused, given)).isEqualTo(ConsentState.GIVEN);
  }

  @Test
  void of_two_changes_at_one_moment_the_one_that_opens_nothing_counts() {
    for (ConsentState shut : ConsentState.values()) {
      if (!shut.isValid()) {
        Grant.Change given = new Grant.Change(ConsentState.GIVEN, MAY, MAY);
        Grant.Change other = new Grant.Change(shut, MAY, MAY);
        assertThat(at(MAY, given, other)).isEqualTo(shut);
        assertThat(at(MAY, other, given)).isEqualTo(shut);
      }
    }
  }

  private static ConsentState at(Instant at, Grant.Change... changes) {
    return consent(changes).stateAt(When.asKnownThen(at));
  }

  private static Grant.Consent consent(Grant.Change... changes) {
    return new Grant.Consent(new PartyId("client"), Arrays.asList(changes));
  }

  @Test
  void two_kinds_of_basis_are_consents_and_five_can_name_an_addressee() {
    assertThat(Kind.values())
        .filteredOn(Kind::isConsent)
        .containsExactly(Kind.INDIVIDUAL_CONSENT, Kind.GENERAL_TERMS_CONSENT);
    assertThat(Kind.values())
        .filteredOn(Kind::canNameAddressee)
        .containsExactly(
            Kind.INDIVIDUAL_CONSENT,
            Kind.ENTRUSTMENT,
            Kind.STATUTORY_ASSOCIATION,
            Kind.WARRANT,
            Kind.NECESSITY);
    assertThat(Kind.values())
        .allSatisfy(each -> assertThat(Kind.tryParse(each.word())).contains(each));
    assertThat(Kind.HOLDER_RELEASE.word()).isEqualTo("holder-release");
    assertThat(Kind.tryParse("release")).isEmpty();
  }
}
