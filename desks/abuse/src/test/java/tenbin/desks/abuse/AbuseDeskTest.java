package tenbin.desks.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.Reason;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Fault;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.correlate.Finding;

final class AbuseDeskTest {
  private static final Instant NOON = Instant.parse("2026-03-24T12:20:00Z");

  @Test
  void a_campaign_is_a_case_that_is_due_in_two_days_at_a_full_hour() {
    CaseBook cases = CaseBook.inMemory();
    Finding finding =
        new Finding(
            "f1",
            "campaign",
            Kind.of(Rsit.EXPLOIT),
            Set.of(new MemberId("aoba"), new MemberId("bizen")),
            List.of("203.0.113.9"),
            NOON,
            NOON,
            2,
            3,
            "");
    AbuseDesk desk = new AbuseDesk(cases, ZoneId.of("Asia/Tokyo"), Tlp.AMBER);
    desk.found(finding, NOON);
    desk.found(finding, NOON.plusSeconds(60));
    assertThat(cases.matrix()).hasSize(1);
    assertThat(cases.matrix().getFirst().deadline().due())
        .hasToString("2026-03-26T22:00+09:00[Asia/Tokyo]");
  }

  @Test
  void every_word_is_there_in_both_languages_and_none_twice() {
    List<Words.Phrase> all = new ArrayList<>();
    for (Rsit each : Rsit.values()) {
      all.add(Words.of(each));
    }
    for (Fault each : Fault.values()) {
      all.add(Words.of(each));
    }
    for (Reason each : Reason.values()) {
      all.add(Words.of(each));
    }
    for (AnswerState each : AnswerState.values()) {
      all.add(Words.of(each));
    }
    for (SeenBy each : SeenBy.values()) {
      all.add(Words.of(each));
    }
    assertThat(all).allMatch(phrase -> !phrase.en().isBlank() && !phrase.ja().isBlank());
    assertThat(all).doesNotHaveDuplicates();
  }
}
