package tenbin.spine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.policy.PolicySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsentRecordTest {
  private static final String CONSENTS =
      """
      policy: consents
      zone: Asia/Tokyo
      parties:
        - {id: isp-a, name: ISP A, classes: [operator], laws: [JP]}
        - {id: lab, name: A laboratory, classes: [vendor], laws: [JP]}
        - {id: user-a, name: Subscriber A, classes: [subscriber], laws: [JP]}
        - {id: user-b, name: Subscriber B, classes: [subscriber], laws: [JP]}
      bases:
        - id: consent-a
          kind: individual-consent
          opens: [S, P, K]
          categories: [C3]
          fields: [mail.body]
          purposes: [P4]
          givers: [isp-a]
          recipients: [lab]
          consent: {subject: user-a, states: [{state: Withdrawn, from: 2024-09-01}, {state: Given, from: 2024-05-01, recorded: 2024-05-02}]}
          obligations: ["delete-after(P30D)", no-onward]
          from: 2024-05-01
          review-by: 2025-05-01
          evidence: notice 4 of 2024-04-20
        - id: consent-b
          kind: individual-consent
          opens: [K]
          categories: [C5]
          purposes: [P3]
          recipients: [class:member]
          consent: {subject: user-b, states: [{state: Requested, from: 2024-05-01}]}
          from: 2024-05-01
          review-by: 2025-05-01
          evidence: notice 5
      """;

  @Test
  void a_subject_reads_recipients_as_it_named_them_and_not_what_they_are_called() {
    PartyId subject = new PartyId("user-a");
    ConsentRecord receipt = ConsentRecord.receipt(set(), subject, "consent-a").orElseThrow();
    assertThat(receipt.json()).contains("\"lab\"", "ISP A").doesNotContain("A laboratory");
    assertThat(records().getFirst().json()).contains("A laboratory");
    assertThat(ConsentRecord.receipt(set(), subject, "consent-b")).as("another's").isEmpty();
  }

  @Test
  void a_record_says_who_agreed_to_what_for_what_when() {
    ConsentRecord record = records().getFirst();
    JsonNode json = JsonMapper.shared().readTree(record.json());

    assertThat(record.id()).isEqualTo("consent-a");
    assertThat(json.path("schema_version").asString()).isEqualTo("ISO/IEC TS 27560:2023");
    assertThat(json.path("pii_principal_id").asString()).isEqualTo("user-a");
    JsonNode purpose = json.path("pii_processing").path("purposes").path(0);
    assertThat(purpose.path("purpose").asString()).isEqualTo("P4 detect-command-servers");
    assertThat(purpose.path("recipient_third_parties").path(0).asString()).isEqualTo("lab");
    assertThat(purpose.path("retention_period").asString()).isEqualTo("P30D");
    assertThat(purpose.path("pii_information").toString()).contains("C3", "mail.body");
    assertThat(json.path("pii_processing").path("jurisdictions").path(0).asString())
        .isEqualTo("JP");
  }

  @Test
  void its_events_stand_in_their_order_with_the_words_of_dpv() {
    JsonNode events = JsonMapper.shared().readTree(records().getFirst().json()).path("events");

    assertThat(events.path(0).path("event_state").asString()).isEqualTo("dpv:ConsentGiven");
    assertThat(events.path(0).path("recorded_at").asString()).isEqualTo("2024-05-01T15:00:00Z");
    assertThat(events.path(1).path("event_state").asString()).isEqualTo("dpv:ConsentWithdrawn");
  }

  @Test
  void a_receipt_names_no_other_subject() {
    assertThat(records())
        .extracting(ConsentRecord::json)
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("user-b", "consent-b"),
            second -> assertThat(second).doesNotContain("user-a", "consent-a"));
  }

  @Test
  void what_nobody_recorded_is_told_as_lacking() {
    assertThat(records().getFirst().lacking())
        .containsExactly("language", "storage_locations", "withdrawal_method");
    assertThat(records().getLast().lacking()).contains("a named controller", "a named recipient");
  }

  @Test
  void every_state_has_a_word_of_its_own() {
    Set<String> words = new HashSet<>();
    for (ConsentState state : ConsentState.values()) {
      words.add(ConsentRecord.status(state));
    }
    assertThat(words).hasSameSizeAs(ConsentState.values()).contains("dpv:RenewedConsentGiven");
  }

  private static PolicySet set() {
    return PolicyFile.read(List.of("core"), List.of(new PolicySource("consents.yaml", CONSENTS)))
        .orThrow();
  }

  private static List<ConsentRecord> records() {
    return ConsentRecord.of(set());
  }
}
