package tenbin.hub.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.roster.CircleFile;

/** What an administrator types beside a hub that runs. */
class RunningHubActsTest {
  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void open() throws IOException {
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    hub =
        RunningHub.start(
            new HubStart(
                folder.resolve("hub"),
                Optional.empty(),
                Optional.of(circle),
                "127.0.0.1",
                0,
                false,
                false,
                Clock.systemUTC()));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  /** What an act printed and how it ended. */
  private record Ran(int code, String out, String err) {}

  private static Ran run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!all.contains("schema")) {
      all.addAll(List.of("--data", folder.resolve("hub").toString()));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Acts.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void a_circle_is_handed_to_the_running_hub_which_takes_it() throws IOException {
    String before = hub.circle().version();
    String yaml = CircleFile.demo().replace("unmarked: TLP:AMBER", "unmarked: TLP:GREEN");
    yaml = yaml.replace("\nmembers:", "\nretention:\n  raw: P30D\nmembers:");
    Path file = Files.writeString(folder.resolve("next.yaml"), yaml);
    Ran applied = run("circle", "apply", file.toString());
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(applied.err()).contains("handed to the running hub");
    hub.lookForCircle();
    String after = hub.circle().version();
    assertThat(after).isNotEqualTo(before);
    assertThat(hub.circle().retention().raw()).hasToString("P30D");
    assertThat(run("circle", "show").out()).contains("raw: P30D");
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "circle: [");
    assertThat(run("circle", "apply", broken.toString()).code()).isEqualTo(1);
    hub.lookForCircle();
    assertThat(hub.circle().version()).isEqualTo(after);
  }

  @Test
  void people_and_tokens_are_listed_and_ended() throws IOException {
    InputStream keyboard = System.in;
    System.setIn(
        new ByteArrayInputStream("correct horse battery\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("person", "add", "aozora", "hanako").code()).isZero();
    } finally {
      System.setIn(keyboard);
    }
    assertThat(run("person", "list", "aozora").out())
        .contains("aozora\thanako\t")
        .endsWith("\t-\tadministrator,analyst,approver,customer-desk,reader\n");
    assertThat(run("person", "list", "hayate").out()).isEmpty();
    assertThat(run("person", "remove", "hanako").code()).isZero();
    assertThat(run("person", "list").out()).contains("hanako").doesNotContain("\t-\t");
    assertThat(run("person", "remove", "hanako").code()).isEqualTo(1);

    String secret = run("token", "create", "aozora", "--title", "feed").out().strip();
    String listed = run("token", "list").out();
    assertThat(listed).contains("aozora\tpull,report\t", "\t-\tfeed").doesNotContain(secret);
    String id = listed.substring(0, listed.indexOf('\t'));
    assertThat(run("token", "revoke", id).code()).isZero();
    assertThat(run("token", "revoke", id).code()).isEqualTo(1);
    assertThat(run("token", "list", "aozora").out()).doesNotContain("\t-\tfeed");
  }

  @Test
  void what_retention_would_remove_is_told_while_the_hub_runs_and_removing_is_refused() {
    assertThat(run("retention", "--dry-run").out())
        .contains("raw reports from before ", "rows from before ", "salts from before ")
        .contains(": 0 would go");
    Ran refused = run("retention");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("another hub works on");
  }

  @Test
  void the_schema_of_circle_files_is_printed() {
    assertThat(run("circle", "schema").out()).isEqualTo(CircleFile.schema());
  }
}
