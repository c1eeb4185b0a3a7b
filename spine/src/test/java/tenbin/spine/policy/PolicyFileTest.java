package tenbin.spine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.yaml.YamlFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFileTest {
  private static final String BASIS =
      """
      policy: a test
      zone: Asia/Tokyo
      parties: [{id: isp-a, classes: [operator], laws: [JP]}, {id: isp-b, classes: [operator], laws: [JP]}]
      bases:
        - id: one
          kind: holder-release
          opens: [H]
          categories: [C1]
          purposes: [P4]
          recipients: [isp-b]
          from: 2024-01-01
          to: 2024-12-31
          evidence: minutes
      """;

  @Test
  void all_packs_together_are_one_set() {
    PolicyReading reading = PolicyFile.read(PolicyFile.PACKS, List.of());

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.orThrow().bases()).hasSizeGreaterThan(10);
    for (Purpose purpose : Purpose.values()) {
      assertThat(reading.orThrow().need(purpose).required()).as("" + purpose).isNotEmpty();
    }
  }

  @Test
  void a_last_day_ends_at_midnight_in_the_files_own_zone() {
    Basis basis = read(BASIS).orThrow().bases().getFirst();

    assertThat(basis.term().holds(then("2024-12-31T14:59:59Z"))).isTrue();
    assertThat(basis.term().holds(then("2024-12-31T15:00:00Z"))).isFalse();
    assertThat(basis.term().holds(then("2023-12-31T14:59:59Z"))).isFalse();
    assertThat(basis.term().holds(then("2023-12-31T15:00:00Z"))).isTrue();
  }

  private static When then(String instant) {
    return When.asKnownThen(Instant.parse(instant));
  }

  @Test
  void a_party_says_what_it_is_for_and_a_fact_from_when_to_when() {
    String text =
        BASIS.replace("classes: [operator], laws: [JP]}, {", "sector: finance, laws: [JP]}, {")
            + "facts: [{about: isp-b, key: sector, value: hosting, from: 2024-01-01}]\n";
    assertThat(read(text).orThrow().parts().facts())
        .extracting(fact -> fact.about() + " " + fact.key() + " " + fact.value())
        .containsExactlyInAnyOrder("isp-a sector finance", "isp-b sector hosting");
  }

  @Test
  void a_sector_that_the_list_does_not_have_is_refused_with_the_nearest() {
    String party =
        BASIS.replace("classes: [operator], laws: [JP]}, {", "sector: finances, laws: [JP]}, {");
    assertThat(read(party).faults()).extracting(YamlFault::nearest).containsExactly("finance");
    String fact = BASIS + "facts: [{about: isp-b, key: sector, value: hostin, from: 2024-01-01}]\n";
    YamlFault fault = read(fact).faults().getFirst();
    assertThat(fault.key()).isEqualTo("facts[0].value");
    assertThat(fault.nearest()).isEqualTo("hosting");
  }

  @Test
  void a_pseudonym_is_shared_by_a_recipient_or_a_case_and_nobody_else() {
    for (String scope : List.of("recipient", "case", "per case")) {
      assertThat(read(BASIS + "    obligations: [pseudonymise(" + scope + ")]\n").faults())
          .as(scope)
          .isEmpty();
    }
    YamlFault fault = read(BASIS + "    obligations: [pseudonymise(caes)]\n").faults().getFirst();
    assertThat(fault.key()).isEqualTo("bases[0].obligations[0]");
    assertThat(fault.nearest()).isEqualTo("case");
  }

  @Test
  void a_later_span_is_known_from_when_it_was_recorded() {
    String spans = "spans: [{from: 2024-01-01, to: 2024-12-31, recorded: 2024-02-01}]";
    Basis basis =
        read(BASIS.replace("from: 2024-01-01", spans).replace("    to: 2024-12-31\n", ""))
            .orThrow()
            .bases()
            .getFirst();
    Instant at = Instant.parse("2024-01-15T00:00:00Z");

    assertThat(basis.term().holds(When.asKnownThen(at))).isFalse();
    assertThat(basis.term().holds(new When(at, Instant.parse("2024-02-02T00:00:00Z")))).isTrue();
  }

  @Test
  void comments_and_the_order_of_entries_and_files_change_no_version() {
    PolicySource one = new PolicySource("one", BASIS);
    PolicySource other =
        new PolicySource(
            "other",
            "policy: other\nparties: [{id: isp-c, laws: [JP]}, {id: isp-d, laws: [JP]}]\n");
    PolicySource same =
        new PolicySource(
            "x",
            "# said\npolicy: y\nparties:\n- {id: isp-d, laws: [JP]}\n- {id: isp-c, laws: [JP]}\n");

    PolicySet set = PolicyFile.read(List.of("core"), List.of(one, other)).orThrow();
    assertThat(PolicyFile.read(List.of("core"), List.of(same, one)).orThrow().version())
        .isEqualTo(set.version())
        .startsWith("sha-256:");
    PolicySource changed = new PolicySource("one", BASIS.replace("2024-12-31", "2025-12-31"));
    assertThat(PolicyFile.read(List.of("core"), List.of(changed, other)).orThrow().version())
        .isNotEqualTo(set.version());
  }

  @Test
  void a_class_made_of_others_takes_their_parties() {
    PolicySet set =
        read("""
        policy: a test
        classes: [{id: isp, of: [operator]}, {id: anyone, of: [isp]}]
        parties: [{id: isp-a, classes: [operator], laws: [JP]}]
        """)
            .orThrow();

    assertThat(set.party(new PartyId("isp-a")).classes())
        .containsExactlyInAnyOrder("operator", "member", "isp", "anyone");
  }

  @Test
  void an_unknown_key_is_told_with_its_line_and_the_nearest() {
    assertThat(faults(BASIS.replace("  evidence:", "  evidense:")))
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo("test.yaml");
          assertThat(fault.line()).isEqualTo(13);
          assertThat(fault.key()).isEqualTo("bases[0].evidense");
          assertThat(fault.nearest()).isEqualTo("evidence");
        });
  }

  @Test
  void a_basis_with_neither_end_nor_review_date_is_refused() {
    assertRefused(
        BASIS.replace("    to: 2024-12-31\n", ""), "has neither an end nor a review date");
    assertThat(faults(BASIS.replace("    to: 2024-12-31\n", "    review-by: 2026-01-01\n")))
        .isEmpty();
  }

  @Test
  void a_basis_without_evidence_is_refused() {
    assertRefused(BASIS.replace("    evidence: minutes\n", ""), "\"evidence\" is missing");
    assertRefused(BASIS.replace("evidence: minutes", "evidence: ' '"), "where its evidence lies");
  }

  @Test
  void classes_in_a_circle_are_refused() {
    assertRefused(
        "policy: a\nclasses: [{id: a, of: [b]}, {id: b, of: [c]}, {id: c, of: [a]}]\n",
        "is made of itself");
    assertRefused("policy: a\nclasses: [{id: a, of: [a]}]\n", "is made of itself");
    assertRefused("policy: a\nclasses: [{id: a, of: [operatr]}]\n", "unknown class \"operatr\"");
  }

  @Test
  void spans_that_overlap_and_were_recorded_together_are_refused() {
    String twice =
        "spans: [{from: 2024-01-01, to: 2024-06-30, recorded: 2024-01-01},"
            + " {from: 2024-06-30, to: 2024-12-31, recorded: 2024-01-01}]";
    String text = BASIS.replace("from: 2024-01-01", twice).replace("    to: 2024-12-31\n", "");

    assertRefused(text, "overlaps another span");
    assertThat(faults(text.replace("from: 2024-06-30", "from: 2024-07-01"))).isEmpty();
  }

  @Test
  void an_order_that_is_no_meet_semilattice_is_refused() {
    assertRefused("policy: a\norders: [{id: o, levels: 'A < B < A'}]\n", "circle");
    assertRefused("policy: a\norders: [{id: o, levels: 'A, B < C'}]\n", "no");
    assertThat(faults("policy: a\norders: [{id: o, levels: 'A < B, C < D'}]\n")).isEmpty();
  }

  @Test
  void words_that_nobody_knows_are_refused_with_the_nearest() {
    assertNearest(BASIS.replace("[P4]", "[detect-comand-servers]"), "detect-command-servers");
    assertNearest(BASIS.replace("holder-release", "holder-relase"), "holder-release");
    assertNearest(BASIS.replace("recipients: [isp-b]", "recipients: [class:opertor]"), "operator");
    assertNearest(BASIS.replace("recipients: [isp-b]", "recipients: [isp-x]"), "isp-a");
    assertNearest(BASIS + "    when: [recipent.terms = agreed]\n", "recipient");
    assertNearest(BASIS + "    acts: [infrm]\n", "inform");
    assertNearest(BASIS + "    fields: [hsh]\n", "hash");
    assertNearest(BASIS + "    obligations: [no-onwrd]\n", "no-onward");
    assertRefused(BASIS.replace("[C1]", "[C11]"), "none of C0, C1");
    assertRefused(BASIS.replace("opens: [H]", "opens: [M]"), "none of S, P, K, H");
    assertRefused(BASIS + "    ceiling: {time: weekly}\n", "no level of time");
    assertRefused(BASIS + "    when: [no test at all]\n", "who.fact = value");
    assertNearest(BASIS.replace("Asia/Tokyo", "Asia/Tokio"), "Asia/Tokyo");
  }

  @Test
  void one_id_in_two_files_is_refused_with_both_places() {
    PolicyReading reading =
        PolicyFile.read(
            List.of("core"),
            List.of(
                new PolicySource("test.yaml", BASIS),
                new PolicySource("second.yaml", BASIS.replace("isp-a", "isp-e"))));

    assertThat(reading.faults())
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo("second.yaml");
          assertThat(fault.reason()).contains("another \"one\" at test.yaml:5");
        });
    assertThat(reading.set()).isEmpty();
  }

  @Test
  void packs_that_a_file_names_are_laid_beside_it_once() {
    PolicySource file = new PolicySource("a.yaml", "policy: a\npacks: [core, jp]\n");
    PolicySource other = new PolicySource("b.yaml", "policy: b\npacks: [jp]\n");
    assertThat(PolicyFile.read(List.of(file, other)).orThrow().bases())
        .hasSameSizeAs(PolicyFile.read(List.of("core", "jp"), List.of()).orThrow().bases())
        .isNotEmpty();
    PolicySource wrong = new PolicySource("c.yaml", "policy: c\npacks: [jpn]\n");
    assertThat(PolicyFile.read(List.of(wrong)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.nearest()).isEqualTo("jp"));
  }

  @Test
  void a_party_says_under_which_laws_it_sits() {
    assertRefused("policy: a\nparties: [{id: somebody}]\n", "\"laws\" is missing");
  }

  @Test
  void a_role_is_no_name_of_a_party() {
    assertRefused("policy: a\nparties: [{id: subject, laws: [JP]}]\n", "means a role");
  }

  @Test
  void what_somebody_attests_has_an_end() {
    String fact =
        "policy: a\nfacts: [{about: circle, key: danger, value: yes, from: 2024-01-01,"
            + " attested-by: 'N. N., duty officer'%s}]\n";

    assertRefused(fact.formatted(""), "needs an end or a review date");
    assertThat(faults(fact.formatted(", to: 2024-01-02"))).isEmpty();
  }

  @Test
  void a_consent_without_its_subject_and_terms_without_their_register_are_refused() {
    assertRefused(BASIS.replace("holder-release", "individual-consent"), "says \"consent\"");
    assertRefused(BASIS.replace("holder-release", "adopted-clause"), "says \"adopted\"");
    assertRefused(
        BASIS.replace("holder-release", "general-terms-consent")
            + "    general-terms: {register: nowhere}\n",
        "unknown register");
  }

  @Test
  void broken_yaml_is_told_with_its_line() {
    assertThat(faults("policy: a\nparties: [\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isGreaterThan(1));
  }

  /** The schema's closed lists are the enums' words: else a word could be read and mean nothing. */
  @Test
  void the_schema_lists_the_words_that_the_engine_knows() {
    JsonNode defs = JsonMapper.shared().readTree(PolicyFile.schema()).path("$defs");

    Set<String> kinds = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      kinds.add(kind.word());
    }
    assertThat(listed(defs.path("kind"))).isEqualTo(kinds);
    Set<String> acts = new TreeSet<>(Set.of("any"));
    for (Act act : Act.values()) {
      acts.add(act.word());
    }
    assertThat(listed(defs.path("act"))).isEqualTo(acts);
    JsonNode states =
        defs.path("consent").path("properties").path("states").path("items").path("properties");
    Set<String> dpv = new TreeSet<>();
    for (ConsentState state : ConsentState.values()) {
      dpv.add(state.word());
    }
    assertThat(listed(states.path("state"))).isEqualTo(dpv);
  }

  private static Set<String> listed(JsonNode node) {
    Set<String> words = new TreeSet<>();
    node.path("enum").forEach(each -> words.add(each.asString()));
    return words;
  }

  private static PolicyReading read(String text) {
    return PolicyFile.read(List.of("core"), List.of(new PolicySource("test.yaml", text)));
  }

  private static List<YamlFault> faults(String text) {
    return read(text).faults();
  }

  private static void assertRefused(String text, String reason) {
    assertThat(faults(text)).anySatisfy(fault -> assertThat(fault.reason()).contains(reason));
  }

  private static void assertNearest(String text, String nearest) {
    List<String> told = new ArrayList<>();
    faults(text).forEach(fault -> told.add(fault.nearest()));
    assertThat(told).contains(nearest);
  }
}
