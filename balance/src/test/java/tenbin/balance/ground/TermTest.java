package tenbin.balance.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Term.Phase;

/** Dates decide twice: valid time and record time (DISCLOSURE section 4). */
class TermTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant MID_JUNE = Instant.parse("2026-06-15T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

  @Test
  void a_term_holds_from_its_first_instant_to_before_its_end() {
    Term term = Term.of(MAY, JULY);
    assertThat(phase(term, MAY.minusNanos(1))).isEqualTo(Phase.NOT_YET);
    assertThat(phase(term, MAY)).isEqualTo(Phase.HOLDS);
    assertThat(phase(term, JULY.minusNanos(1))).isEqualTo(Phase.HOLDS);
    assertThat(phase(term, JULY)).isEqualTo(Phase.ENDED);
    assertThat(term.holds(When.asKnownThen(MAY))).isTrue();
    assertThat(term.holds(When.asKnownThen(JULY))).isFalse();
  }

  @Test
  void what_nobody_reviewed_in_time_rests_from_that_instant_on() {
    Term term = new Term(List.of(new Span(MAY, Instant.MAX, MAY)), Optional.of(JULY), List.of());
    assertThat(phase(term, JULY.minusNanos(1))).isEqualTo(Phase.HOLDS);
    assertThat(phase(term, JULY)).isEqualTo(Phase.REVIEW_PASSED);
  }

  @Test
  void an_extension_recorded_later_closes_a_gap_only_for_who_looks_back() {
    Term term = Term.of(MAY, JUNE).with(new Span(JUNE, AUGUST, JULY));
    assertThat(phase(term, MID_JUNE)).isEqualTo(Phase.NOT_ON_RECORD);
    assertThat(term.phase(new When(MID_JUNE, JULY))).isEqualTo(Phase.HOLDS);
    assertThat(term.phase(new When(MID_JUNE, JULY.minusNanos(1)))).isEqualTo(Phase.NOT_ON_RECORD);
    assertThat(phase(term, JULY)).isEqualTo(Phase.HOLDS);
    assertThat(phase(term, AUGUST)).isEqualTo(Phase.ENDED);
  }

  @Test
  void between_two_periods_it_has_ended() {
    Term term = Term.of(MAY, JUNE).with(new Span(JULY, AUGUST, MAY));
    assertThat(phase(term, MID_JUNE)).isEqualTo(Phase.ENDED);
    assertThat(phase(term, JULY)).isEqualTo(Phase.HOLDS);
  }

  @Test
  void what_was_recorded_later_is_said_before_what_has_ended() {
    Term term =
        new Term(
            List.of(new Span(JUNE, MID_JUNE, JUNE), new Span(MAY, JULY, AUGUST)),
            Optional.empty(),
            List.of());
    assertThat(phase(term, MID_JUNE)).isEqualTo(Phase.NOT_ON_RECORD);
    assertThat(phase(term, JULY)).as("nor would it").isEqualTo(Phase.ENDED);
  }

  @Test
  void a_revocation_counts_once_it_is_on_record_and_its_time_has_come() {
    Term atOnce = Term.of(MAY, AUGUST).endedBy(new Term.End(JUNE, JUNE));
    assertThat(phase(atOnce, JUNE.minusNanos(1))).isEqualTo(Phase.HOLDS);
    assertThat(phase(atOnce, JUNE)).isEqualTo(Phase.REVOKED);
    Term recordedLate = Term.of(MAY, AUGUST).endedBy(new Term.End(JUNE, JULY));
    assertThat(phase(recordedLate, MID_JUNE)).isEqualTo(Phase.HOLDS);
    assertThat(recordedLate.phase(new When(MID_JUNE, JULY))).isEqualTo(Phase.REVOKED);
    Term inAdvance = Term.of(MAY, AUGUST).endedBy(new Term.End(JULY, JUNE));
    assertThat(phase(inAdvance, MID_JUNE)).isEqualTo(Phase.HOLDS);
    assertThat(phase(inAdvance, JULY)).isEqualTo(Phase.REVOKED);
  }

  @Test
  void what_was_revoked_begins_anew_only_by_what_is_recorded_afterwards() {
    Term ended = Term.of(MAY, AUGUST).endedBy(new Term.End(JUNE, JUNE));
    Term anew = ended.with(new Span(JULY, Instant.MAX, JULY));
    assertThat(phase(anew, MID_JUNE)).isEqualTo(Phase.REVOKED);
    assertThat(phase(anew, JULY)).isEqualTo(Phase.HOLDS);
    Term atTheSameMoment = ended.with(new Span(JUNE, Instant.MAX, JUNE));
    assertThat(phase(atTheSameMoment, JULY)).isEqualTo(Phase.REVOKED);
  }

  @Test
  void a_term_is_bounded_by_a_review_or_by_an_end_of_every_period() {
    assertThat(Term.of(MAY, JULY).isBounded()).isTrue();
    assertThat(Term.of(MAY, Instant.MAX).isBounded()).isFalse();
    assertThat(Term.of(MAY, JUNE).with(new Span(JULY, Instant.MAX, MAY)).isBounded()).isFalse();
    Span open = new Span(MAY, Instant.MAX, MAY);
    assertThat(new Term(List.of(open), Optional.of(JULY), List.of()).isBounded()).isTrue();
  }

  @Test
  void no_term_is_without_a_period_and_no_period_ends_before_it_begins() {
    assertThatThrownBy(() -> new Term(List.of(), Optional.empty(), List.of()))
        .hasMessage("a term without a period");
    assertThatThrownBy(() -> new Span(MAY, MAY, MAY)).hasMessageContaining("ends before it begins");
  }

  private static Phase phase(Term term, Instant asKnownThen) {
    return term.phase(When.asKnownThen(asKnownThen));
  }
}
