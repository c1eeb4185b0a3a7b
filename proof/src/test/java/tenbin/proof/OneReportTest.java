package tenbin.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.wire.Writer;
import tenbin.wire.lines.DisclosureLines;
import tenbin.wire.nine.NineColumns;

/**
 * One report of two rows through every stage, with what each stage made of it. The value of each
 * stage lies in one-report.json, for people to read; refreshed by -Dtenbin.goldens=write.
 */
class OneReportTest {
  private static final String GOLDEN = "proof/src/test/resources/tenbin/proof/one-report.json";

  @Test
  void every_stage_makes_of_the_report_what_the_golden_file_shows() throws Exception {
    OneReport report = OneReport.follow();
    List<Disclosure> released = released(report);
    String text =
        OneReportText.of(
            report, written(new DisclosureLines(), released), written(new NineColumns(), released));
    Path golden = Tree.ROOT.resolve(GOLDEN);
    if ("write".equals(System.getProperty("tenbin.goldens"))) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void one_address_goes_to_whoever_had_it_then_and_says_nothing_of_the_other() throws Exception {
    OneReport report = OneReport.follow();
    List<Disclosure> released = released(report);
    assertThat(report.decisions()).hasSize(2);
    assertThat(released).hasSize(1);
    String line = written(new DisclosureLines(), released);
    assertThat(line).contains(OneReport.ADDRESS, "you-and-others", "2026-03-24T08:15:30");
    for (String out : List.of(line, written(new NineColumns(), released))) {
      assertThat(out).contains(OneReport.ADDRESS);
      assertThat(out)
          .doesNotContain(OneReport.SENSOR, OneReport.EVENT_ID, "hayate", "secretariat", "16:20:05")
          .doesNotContain(report.rows().getFirst().identity().toString());
    }
  }

  private static List<Disclosure> released(OneReport report) {
    return report.decisions().stream()
        .filter(Decision.Released.class::isInstance)
        .map(Decision.Released.class::cast)
        .map(Decision.Released::disclosure)
        .toList();
  }

  private static String written(Writer writer, List<Disclosure> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(rows.iterator(), out);
    return out.toString(UTF_8);
  }
}
