package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.balance.weigh.Ground.since;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Grant;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/** A refusal or withdrawal shuts what is consent-like, and nothing else (DISCLOSURE section 4). */
class ConsentTest {
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant MID_MAY = Instant.parse("2026-05-15T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Ground TERMS = Ground.terms("terms", "outs");

  private static Ground refusal() {
    return Ground.consentOf("client", "no", since(MAY, ConsentState.REFUSED));
  }

  private static Situation mail() {
    return Situation.plain().about("client").register("outs").row("mail", Category.C3);
  }

  @Test
  void a_refusal_shuts_what_general_terms_would_open() {
    assertThat(mail().basis(TERMS).goes("mail")).isTrue();
    Situation refused = mail().basis(TERMS, refusal());
    assertThat(refused.goes("mail")).isFalse();
    assertThat(refused.weigh().of("mail").orElseThrow().whys())
        .contains(Why.of(Code.CONSENT_REFUSED, "no"));
    Ground withdrawn =
        Ground.consentOf(
            "client", "no", since(APRIL, ConsentState.GIVEN), since(MAY, ConsentState.WITHDRAWN));
    assertThat(mail().basis(TERMS, withdrawn).goes("mail")).isFalse();
  }

  @Test
  void an_expired_or_unanswered_consent_shuts_nothing_else() {
    for (ConsentState state : ConsentState.values()) {
      Ground other = Ground.consentOf("client", "other", since(MAY, state));
      assertThat(mail().basis(TERMS, other).goes("mail"))
          .as("beside one that is %s", state)
          .isEqualTo(state != ConsentState.REFUSED && state != ConsentState.WITHDRAWN);
    }
  }

  @Test
  void a_refusal_shuts_no_clause_that_is_no_consent() {
    assertThat(mail().basis(Ground.of("clause"), refusal()).goes("mail")).isTrue();
  }

  @Test
  void a_refusal_reaches_its_own_subject_fields_purposes_and_recipients_only() {
    assertThat(mail().about("client-b").basis(TERMS, refusal()).goes("mail")).isTrue();
    assertThat(mail().basis(TERMS, refusal().fields("body")).goes("mail")).isTrue();
    assertThat(mail().basis(TERMS, refusal().fields("mail")).goes("mail")).isFalse();
    assertThat(mail().basis(TERMS, refusal().purposes(Purpose.RESEARCH)).goes("mail")).isTrue();
    assertThat(mail().basis(TERMS, refusal().recipient("far")).goes("mail")).isTrue();
    assertThat(mail().basis(TERMS, refusal().recipient("near")).goes("mail")).isFalse();
  }

  @Test
  void a_refusal_of_one_field_leaves_the_other_fields() {
    Situation both = mail().row("account", Category.C4).basis(TERMS, refusal().fields("mail"));
    assertThat(both.told()).containsOnlyKeys("account");
  }

  @Test
  void a_consent_given_after_the_refusal_opens_again_and_one_given_before_does_not() {
    assertThat(mail().basis(refusal(), given(MID_MAY)).goes("mail")).isTrue();
    assertThat(mail().basis(refusal(), given(APRIL)).goes("mail")).isFalse();
    assertThat(mail().basis(refusal(), given(MAY)).goes("mail"))
        .as("of two at one moment the refusal counts")
        .isFalse();
  }

  private static Ground given(Instant at) {
    return Ground.consentOf("client", "yes", since(at, ConsentState.GIVEN));
  }

  @Test
  void what_a_refusal_says_of_the_future_or_what_is_recorded_later_makes_it_no_younger() {
    Grant.Change announced = new Grant.Change(ConsentState.WITHDRAWN, JULY, APRIL);
    Ground announces =
        Ground.consentOf("client", "no", since(APRIL, ConsentState.REFUSED), announced);
    assertThat(mail().basis(announces, given(MAY)).goes("mail")).isTrue();
    Grant.Change backdated = new Grant.Change(ConsentState.WITHDRAWN, MID_MAY, JULY);
    Ground corrected =
        Ground.consentOf("client", "no", since(APRIL, ConsentState.REFUSED), backdated);
    assertThat(mail().basis(corrected, given(MAY)).goes("mail")).isTrue();
    assertThat(mail().basis(corrected, given(MAY)).when(World.NOW, JULY).goes("mail")).isFalse();
  }

  @Test
  void a_refusal_for_one_report_says_nothing_of_another_but_reaches_what_nobody_can_tell() {
    Ground one = refusal().when(Condition.Who.ITEM, "report", "r1");
    assertThat(mail().basis(TERMS, one).trait("report", "r2").goes("mail")).isTrue();
    assertThat(mail().basis(TERMS, one).trait("report", "r1").goes("mail")).isFalse();
    assertThat(mail().basis(TERMS, one).goes("mail")).isFalse();
  }

  @Test
  void consent_opens_for_the_one_who_gave_it() {
    assertThat(mail().basis(given(MAY)).goes("mail")).isTrue();
    Situation another = mail().about("client-b").basis(given(MAY));
    assertThat(another.goes("mail")).isFalse();
    assertThat(another.codes("mail"))
        .as("what another one consented to is no reason of this one's")
        .contains(Code.NO_BASIS)
        .doesNotContain(Code.OTHER_SUBJECT);
    Situation expired =
        mail().basis(Ground.consentOf("client", "yes", since(MAY, ConsentState.EXPIRED)));
    assertThat(expired.weigh().of("mail").orElseThrow().whys())
        .contains(Why.of(Code.CONSENT_NOT_VALID, "yes", "Expired"));
  }

  @Test
  void general_terms_open_for_all_who_did_not_opt_out_of_a_register_that_is_there() {
    Situation out =
        Situation.plain()
            .about("client")
            .register("outs", "client")
            .row("mail", Category.C3)
            .basis(TERMS);
    assertThat(out.weigh().of("mail").orElseThrow().whys())
        .contains(Why.of(Code.OPTED_OUT, "client", "outs"));
    assertThat(out.about("client-b").goes("mail")).isTrue();
    Situation without = Situation.plain().about("client").row("mail", Category.C3).basis(TERMS);
    assertThat(without.codes("mail")).contains(Code.REGISTER_MISSING);
    Situation ofNobody = Situation.plain().register("outs").row("mail", Category.C3).basis(TERMS);
    assertThat(ofNobody.codes("mail")).contains(Code.SUBJECT_UNKNOWN);
  }

  @Test
  void an_adopted_clause_opens_for_those_whose_adoption_counts() {
    for (Grant.Adopted.Adopter adopter : Grant.Adopted.Adopter.values()) {
      String[] whole =
          switch (adopter) {
            case HOLDER -> new String[] {"holder"};
            case GIVER -> new String[] {"vendor"};
            case SUBJECT -> new String[] {"client"};
            case BOTH_SIDES -> new String[] {"vendor", "near"};
          };
      assertThat(passedOn(Ground.adopted("clause", adopter, whole)).goes("mail"))
          .as("adopted by %s", adopter)
          .isTrue();
      for (String missing : whole) {
        String[] rest =
            java.util.stream.Stream.of("holder", "vendor", "client", "near", "far")
                .filter(each -> !each.equals(missing))
                .toArray(String[]::new);
        Situation without = passedOn(Ground.adopted("clause", adopter, rest));
        assertThat(without.weigh().of("mail").orElseThrow().whys())
            .contains(Why.of(Code.NOT_ADOPTED, "clause", missing));
      }
    }
  }

  private static Situation passedOn(Ground clause) {
    return mail().route("vendor", "near").from("vendor").basis(clause);
  }
}
