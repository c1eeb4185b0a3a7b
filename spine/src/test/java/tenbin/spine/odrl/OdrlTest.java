package tenbin.spine.odrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.PolicySet;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.policy.PolicyReading;
import tenbin.spine.policy.PolicySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OdrlTest {
  private static final PolicySource PARTIES =
      new PolicySource(
          "parties.yaml",
          """
          policy: parties
          parties: [{id: isp-a, classes: [operator], laws: [JP]}, {id: isp-b, classes: [operator], laws: [JP]}]
          """);

  private static final String PLAIN =
      """
      policy: plain
      zone: Asia/Tokyo
      bases:
        - id: one
          kind: contract-clause
          opens: [K, H]
          categories: [C1, C5]
          fields: [hash, victim.name]
          purposes: [P3, P4]
          acts: [inform, block]
          givers: [isp-a]
          recipients: [isp-b, class:operator, responsible]
          when: [recipient.terms = agreed | signed]
          obligations: ["delete-after(P30D)", no-onward, notify-subject]
          spans: [{from: 2024-01-01, to: 2024-03-31}, {from: 2024-07-01, to: 2024-12-31}]
          evidence: contract, article 3
      forbids:
        - {id: never, categories: [C3], recipients: [isp-b], from: 2024-01-01}
      """;

  @Test
  void what_odrl_can_say_comes_back_as_it_was() {
    PolicySet set = read(PLAIN).orThrow();
    OdrlExport export = OdrlExport.of(set);
    OdrlImport back = OdrlImport.of(export.json());

    assertThat(back.told()).isEmpty();
    PolicySet again = read(back.yaml()).orThrow();
    assertThat(again.bases()).isEqualTo(set.bases());
    assertThat(again.forbids()).isEqualTo(set.forbids());
  }

  @Test
  void all_that_the_packs_lose_is_told_and_nothing_of_it_comes_back_wider() {
    PolicySet set = PolicyFile.read(PolicyFile.PACKS, List.of()).orThrow();
    OdrlExport export = OdrlExport.of(set);

    assertThat(export.lost())
        .contains("eu-legitimate-interest: its ceiling", "who may be asked", "what purposes need");
    OdrlImport back = OdrlImport.of(export.json());
    assertThat(back.told())
        .anySatisfy(line ->
            assertThat(line).startsWith("eu-legitimate-interest refused").contains("ceiling"));
    assertThat(back.yaml()).doesNotContain("- id: eu-legitimate-interest");
  }

  @Test
  void it_is_json_ld_of_odrl_with_a_profile() {
    JsonNode json = JsonMapper.shared().readTree(OdrlExport.of(read(PLAIN).orThrow()).json());

    assertThat(json.path("@context").asString()).isEqualTo("http://www.w3.org/ns/odrl.jsonld");
    assertThat(json.path("@type").asString()).isEqualTo("Set");
    assertThat(json.path("profile").asString()).isNotEmpty();
    JsonNode permission = json.path("permission").path(0);
    assertThat(permission.path("assignee").toString()).contains("urn:tenbin:party:isp-b");
    assertThat(permission.path("duty").toString()).contains("delete");
    assertThat(json.path("prohibition").size()).isEqualTo(1);
  }

  @Test
  void a_permission_with_a_constraint_that_nobody_here_knows_is_refused() {
    String json =
        """
        {"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Offer", "uid": "http://example.com/policy/1",
         "permission": [{"uid": "http://example.com/rule/1", "target": "http://example.com/asset", "action": "play",
           "assignee": "http://example.com/party/1",
           "constraint": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "https://www.wikidata.org/wiki/Q183"}]}]}
        """;
    OdrlImport imported = OdrlImport.of(json);

    assertThat(imported.yaml()).contains("bases: []");
    assertThat(imported.told()).hasSize(4).allSatisfy(line -> assertThat(line).contains("refused"));
  }

  @Test
  void a_draft_that_says_not_which_gates_it_opens_is_refused_when_it_is_read() {
    String json = OdrlExport.of(read(PLAIN).orThrow()).json();
    String foreign = json.replace("tenbin:opens", "other:opens").replace("tenbin:evidence", "x:e");

    assertThat(read(OdrlImport.of(foreign).yaml()).faults())
        .extracting(fault -> fault.reason())
        .contains("the key \"opens\" is missing", "the key \"evidence\" is missing");
  }

  @Test
  void what_is_no_policy_is_refused() {
    assertThatThrownBy(() -> OdrlImport.of("no json")).hasMessageContaining("no JSON");
    assertThatThrownBy(() -> OdrlImport.of("{}")).hasMessageContaining("no ODRL policy");
  }

  @Test
  void a_review_date_is_an_end_in_odrl() {
    Basis basis =
        read(PLAIN.replace(
                "{from: 2024-07-01, to: 2024-12-31}]",
                "{from: 2024-07-01}]\n    review-by: 2025-01-01"))
            .orThrow()
            .bases()
            .getFirst();

    assertThat(basis.term().reviewBy()).isPresent();
    String text =
        PLAIN.replace(
            "{from: 2024-07-01, to: 2024-12-31}]",
            "{from: 2024-07-01}]\n    review-by: 2025-01-01");
    assertThat(OdrlExport.of(read(text).orThrow()).json()).contains("2024-12-31T15:00:00Z");
  }

  private static PolicyReading read(String text) {
    return PolicyFile.read(List.of("core"), List.of(PARTIES, new PolicySource("test.yaml", text)));
  }
}
