package tenbin.spine.precedent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhatIfTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "model-clause-whatif.yaml");
  private static final Path CASES = Path.of("..", "docs", "cases");

  @Test
  void a_clause_releases_what_its_adopters_are_the_subject_of_and_nothing_else()
      throws IOException {
    WhatIf whatIf = new PrecedentFile().whatIf(EXAMPLE);

    assertThat(whatIf.rows()).isEqualTo(2481);
    assertThat(whatIf.withheld()).isEqualTo(2481);
    assertThat(whatIf.rowsByRecipient())
        .containsExactly(entry("expert", 1200L), entry("honeypot", 1200L));
    assertThat(whatIf.releases())
        .allSatisfy(release -> assertThat(release.restsOn()).contains("model-clause"))
        .allSatisfy(release -> assertThat(release.fields()).containsExactly(entry("hash", "FULL")));
  }

  @Test
  void its_json_tells_the_rows_that_it_would_release() throws IOException {
    JsonNode json = read(WeighingText.json(new PrecedentFile().whatIf(EXAMPLE)));

    assertThat(json.path("released").asLong()).isEqualTo(2400);
    assertThat(json.path("releasedByRecipient").path("expert").asLong()).isEqualTo(1200);
    assertThat(json.path("cases").asInt()).as("a case counts once").isEqualTo(3);
    assertThat(json.path("casesReleased").asInt()).isEqualTo(2);
    assertThat(json.path("casesByRecipient").toString()).isEqualTo("{\"expert\":2,\"honeypot\":1}");
    assertThat(json.at("/releases/0/cases")).hasSize(2);
  }

  @Test
  void a_decision_as_json_says_in_both_languages_why_not_and_what_would_open_it()
      throws IOException {
    Trial refused =
        new PrecedentFile().read(CASES.resolve("21-victim-and-damage.yaml")).trials().getFirst();
    JsonNode reason =
        read(WeighingText.json(Judgement.of(refused)))
            .path("fields")
            .path(0)
            .path("reasons")
            .path(0);

    assertThat(reason.path("code").asString()).isEqualTo("NO_BASIS");
    assertThat(reason.path("en").asString()).contains("gate K is shut");
    assertThat(reason.path("ja").asString()).contains("関門 K");
    assertThat(reason.path("opens").asString()).contains("a basis that opens gate K");
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
