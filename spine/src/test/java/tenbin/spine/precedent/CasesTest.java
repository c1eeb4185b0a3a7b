package tenbin.spine.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
  private static final Path CASES = Path.of("..", "docs", "cases");

  @TempDir private Path folder = Path.of("");

  @Test
  void every_case_of_the_documents_is_answered_as_expected() throws IOException {
    PrecedentRun run = PrecedentRun.of(CASES);

    List<String> wrong = new ArrayList<>();
    for (PrecedentRun.Tried tried : run.tried()) {
      for (Judgement judgement : tried.judgements()) {
        judgement
            .differences()
            .forEach(each -> wrong.add(judgement.trial().name() + ": " + each.english()));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(run.answers()).isGreaterThan(500);
  }

  @Test
  void every_case_expects_something_and_most_have_both_sides_of_a_border() throws IOException {
    for (PrecedentRun.Tried tried : PrecedentRun.of(CASES).tried()) {
      assertThat(tried.precedent().trials())
          .as(tried.file() + "")
          .allMatch(trial -> trial.expected().isPresent())
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void a_wrong_expectation_fails_with_what_was_and_why() throws IOException {
    Judgement judgement = only("expect: {effect: permit, fields: {hash: FULL}}");

    assertThat(judgement.differences())
        .extracting(Difference::english)
        .containsExactlyInAnyOrder(
            "the answer: expected permit, was deny", "the field hash: expected FULL, was deny");
    assertThat(judgement.whys()).extracting(why -> why.code().name()).contains("NO_BASIS");
  }

  @Test
  void a_case_that_names_an_unknown_party_is_refused_with_its_line_and_the_nearest()
      throws IOException {
    Judgement judgement = only("ask: {recipient: isp-z}\nexpect: deny");

    assertThat(judgement.trial().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.reason()).contains("unknown party \"isp-z\""))
        .satisfies(fault -> assertThat(fault.nearest()).isEqualTo("isp-a"));
    assertThat(judgement.isAsExpected()).isFalse();
  }

  @Test
  void a_case_with_an_unknown_key_is_refused_with_the_nearest_one() throws IOException {
    Judgement judgement = only("expct: deny");

    assertThat(judgement.trial().faults())
        .anySatisfy(fault -> assertThat(fault + "").contains("one.yaml:11: variants[0].expct"))
        .anySatisfy(fault -> assertThat(fault.nearest()).isEqualTo("expect"));
  }

  @Test
  void an_expected_reason_that_no_code_has_is_refused() throws IOException {
    Judgement judgement = only("expect: {effect: deny, reasons: [NO_BASES]}");

    assertThat(judgement.trial().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.nearest()).isEqualTo("NO_BASIS"));
  }

  @Test
  void an_answer_by_retroaction_must_be_expected_so() throws IOException {
    String grounds =
        """
          bases:
            - id: late
              kind: holder-release
              opens: [H]
              categories: [C1]
              purposes: [P4]
              recipients: [isp-b]
              evidence: minutes
              spans: [{from: 2024-01-01, to: 2024-12-31, recorded: 2024-06-01}]
        ask: {known-at: 2024-07-01}
        """;
    assertThat(onlyWith(grounds + "expect: permit").differences())
        .extracting(Difference::what)
        .containsExactly(Difference.What.RETROACTION);
    assertThat(onlyWith(grounds + "expect: {effect: permit, by-retroaction: yes}").isAsExpected())
        .isTrue();
    assertThat(
            onlyWith(grounds.replace("2024-07-01", "2024-05-01") + "expect: deny").isAsExpected())
        .isTrue();
  }

  private Judgement only(String rest) throws IOException {
    return onlyWith(rest + "\n");
  }

  /** A case whose one trial is what the text says, on top of two operators and a hash. */
  private Judgement onlyWith(String rest) throws IOException {
    Path file = folder.resolve("one.yaml");
    Files.writeString(
        file,
        """
        case: one
        title: One
        zone: Asia/Tokyo
        given:
          packs: [core]
          parties: [{id: isp-a, classes: [operator], laws: [JP]}, {id: isp-b, classes: [operator], laws: [JP]}]
          item: {holder: isp-a, fields: [hash], marking: {tlp: CLEAR}}
        ask: {recipient: isp-b, purpose: P4, at: 2024-03-01}
        variants:
        """
            + variant(rest));
    return Judgement.of(new PrecedentFile().read(file).trials().getFirst());
  }

  private static String variant(String rest) {
    boolean given = rest.startsWith("  ");
    String text = given ? "given:\n" + rest : rest;
    StringBuilder out = new StringBuilder("  - name: it\n");
    text.lines().forEach(line -> out.append("    ").append(line).append('\n'));
    return out.toString();
  }
}
