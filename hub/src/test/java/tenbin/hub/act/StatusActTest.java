package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tenbin.spine.storage.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a hub stands, and its state carried away and back, as an operator types it. */
class StatusActTest {
  @TempDir private Path folder;

  /** What an act printed and how it ended. */
  private record Ran(int code, String out, String err) {}

  private static Ran run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Acts.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran status(Path data, String... more) {
    List<String> words = new ArrayList<>(List.of("status", "--data", data.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void a_folder_without_a_hub_cannot_be_told_and_wrong_usage_neither() {
    Ran none = status(folder.resolve("nothing"));
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.out()).startsWith("unknown").contains("no hub has ever run");
    assertThat(run("status", "--no-such-option").code()).isEqualTo(3);
  }

  @Test
  void a_hub_that_stands_still_is_told_in_lines_and_as_json_and_comes_back_from_its_backup()
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("hub"));
    Files.createDirectories(data.resolve("raw"));
    Database.embedded(data.resolve("postgresql")).close();
    Ran told = status(data);
    assertThat(told.code()).as(told.out() + told.err()).isEqualTo(2);
    assertThat(told.out())
        .contains("bad      hub            does not run on")
        .containsPattern("good +database +[0-9]+ MB, schema [0-9]+")
        .contains("good     queue          0 reports, 0 MB")
        .contains("0 subscriptions, 0 dead letters");
    Path certificate = Files.writeString(folder.resolve("no.pem"), "no certificate");
    JsonNode json =
        JsonMapper.shared()
            .readTree(status(data, "--json", "--certificate", certificate.toString()).out());
    assertThat(json.path("state").asString()).isEqualTo("bad");
    assertThat(json.path("lines").path("queue").path("state").asString()).isEqualTo("good");
    assertThat(json.path("lines").path("certificate").path("state").asString())
        .isEqualTo("unknown");

    Files.writeString(data.resolve("note"), "never tell");
    Path file = folder.resolve("hub.zip");
    Ran kept = run("backup", file.toString(), "--data", data.toString());
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).contains(" files").doesNotContain("never tell");
    assertThat(run("backup", file.toString(), "--data", data.toString()).code()).isEqualTo(1);
    Path other = folder.resolve("other");
    Ran back = run("restore", file.toString(), "--data", other.toString());
    assertThat(back.code()).as(back.err()).isZero();
    assertThat(back.out()).contains("all compared", "the chain and the trees hold");
    assertThat(Files.readString(other.resolve("note"))).isEqualTo("never tell");
    Ran again = run("restore", file.toString(), "--data", other.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("never over one");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }
}
