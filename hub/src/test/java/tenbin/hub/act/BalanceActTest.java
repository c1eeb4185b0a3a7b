package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BalanceActTest {
  private static final String CASES = Path.of("..", "docs", "cases").toString();

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();

  private int run(String... args) {
    CommandLine line = Acts.commandLine();
    line.setOut(new PrintWriter(out, true));
    return line.execute(args);
  }

  @Test
  void a_case_that_is_answered_as_expected_ends_well() {
    assertThat(run("balance", "check", CASES + "/10-advertising.yaml")).isEqualTo(Acts.DONE);
    assertThat(out.toString()).isEqualToIgnoringNewLines("cases: 1, answers: 4, all as expected");
  }

  @Test
  void a_wrong_expectation_is_told_with_its_reasons_in_the_language_that_is_asked_for()
      throws IOException {
    String text = Files.readString(Path.of(CASES, "10-advertising.yaml"));
    Files.copy(Path.of(CASES, "common.yaml"), folder.resolve("common.yaml"));
    Files.writeString(
        folder.resolve("wrong.yaml"),
        text.replace("expect: {effect: deny, fields", "expect: {effect: permit, fields"));

    assertThat(run("balance", "check", folder.toString(), "--lang", "ja")).isEqualTo(Acts.FAILED);
    assertThat(out.toString()).contains("判定: 期待 permit, 実際 deny", "目的が会の定める一覧にない", "期待と異なるもの 1 件");
    assertThat(run("balance", "check", folder.toString())).isEqualTo(Acts.FAILED);
    assertThat(out.toString()).contains("the answer: expected permit, was deny");
  }

  @Test
  void a_folder_without_cases_is_no_success() {
    assertThat(run("balance", "check", folder.toString())).isEqualTo(Acts.FAILED);
  }

  @Test
  void a_decision_is_printed_as_json() {
    assertThat(run("balance", "decide", CASES + "/10-advertising.yaml")).isEqualTo(Acts.DONE);
    assertThat(out.toString()).contains("\"effect\" : \"deny\"", "PURPOSE_UNKNOWN");
  }

  @Test
  void schemas_and_packs_are_printed() {
    assertThat(run("balance", "schema")).isEqualTo(Acts.DONE);
    assertThat(run("balance", "schema", "--cases")).isEqualTo(Acts.DONE);
    assertThat(run("balance", "pack", "us")).isEqualTo(Acts.DONE);
    assertThat(out.toString())
        .contains("urn:tenbin:policy", "urn:tenbin:case", "us-sharing-statute");
    assertThat(run("balance", "pack", "mars")).isEqualTo(Acts.FAILED);
  }

  @Test
  void policy_files_go_to_odrl_and_come_back_as_a_draft() throws IOException {
    assertThat(run("balance", "odrl", CASES + "/common.yaml")).isEqualTo(Acts.DONE);
    assertThat(out.toString()).contains("http://www.w3.org/ns/odrl.jsonld", "release-own-rows");

    Path odrl = folder.resolve("policy.json");
    Files.writeString(odrl, out.toString());
    assertThat(run("balance", "odrl", "--import", odrl.toString())).isEqualTo(Acts.DONE);
    assertThat(out.toString()).contains("bases: []");
  }

  @Test
  void consents_are_printed_as_records_of_one_subject() throws IOException {
    Path file = folder.resolve("consents.yaml");
    Files.writeString(
        file,
        """
        policy: consents
        parties:
          - {id: isp-a, classes: [operator], laws: [JP]}
          - {id: user-a, classes: [subscriber], laws: [JP]}
        bases:
          - id: consent-a
            kind: individual-consent
            opens: [K]
            categories: [C5]
            purposes: [P3]
            recipients: [isp-a]
            consent: {subject: user-a, states: [{state: Given, from: 2024-05-01}]}
            from: 2024-05-01
            review-by: 2025-05-01
            evidence: notice 5
        """);
    assertThat(run("balance", "consents", file.toString(), "--subject", "isp-a"))
        .isEqualTo(Acts.DONE);
    assertThat(out.toString()).isEmpty();
    assertThat(run("balance", "consents", file.toString())).isEqualTo(Acts.DONE);
    assertThat(out.toString()).contains("dpv:ConsentGiven", "\"pii_principal_id\" : \"user-a\"");
  }
}
