package tenbin.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as it lies in an archive, with a shell script in place of Java that prints its
 * arguments: every find, link and option without a build.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  private static final String FAKE_JAVA = "#!/bin/sh\nprintf '%s\\n' \"java $0\" \"$@\"\n";

  @TempDir Path folder = Path.of("");

  private Path home = Path.of("");

  /** What a run of the launcher said. */
  record Said(int code, String out, String err) {}

  @BeforeEach
  void an_archive_unpacked_in_a_folder_with_a_blank_in_its_name() throws IOException {
    home = Files.createDirectories(folder.resolve("some where"));
    Files.copy(Tree.ROOT.resolve("tenbin"), home.resolve("tenbin"));
    assertThat(home.resolve("tenbin").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/b.jar"), "");
    Files.writeString(home.resolve("lib/a.jar"), "");
    java(home.resolve("runtime"), "25.0.3");
  }

  @Test
  void passes_every_argument_through_untouched() throws Exception {
    Said said = run(Map.of(), "read", "two words", "*", "$HOME", "");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("tenbin.hub.Main\nread\ntwo words\n*\n$HOME\n\n");
  }

  @Test
  void names_every_jar_in_order_for_the_sake_of_the_cache() throws Exception {
    assertThat(run(Map.of(), "read", "x").out())
        .contains(home.resolve("lib/a.jar") + ":" + home.resolve("lib/b.jar"));
  }

  @Test
  void works_through_a_chain_of_links_from_any_folder() throws Exception {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, Path.of("some where/tenbin"));
    Path two = Files.createDirectories(folder.resolve("bin")).resolve("two");
    Files.createSymbolicLink(two, one);
    Said said = run(two, folder.resolve("bin"), Map.of(), "read", "x");
    assertThat(said.out()).contains("java " + home.resolve("runtime/bin/java"));
  }

  @Test
  void passes_over_an_old_java_on_the_path_and_takes_the_one_of_java_home() throws Exception {
    deleteRuntime();
    Path old = java(folder.resolve("old"), "17.0.15");
    Path young = java(folder.resolve("young"), "26");
    Said said =
        run(
            Map.of("JAVA_HOME", young.toString(), "PATH", old + "/bin:" + System.getenv("PATH")),
            "read",
            "x");
    assertThat(said.out()).contains("java " + young + "/bin/java");
  }

  @Test
  void makes_the_cache_beside_the_first_start_and_uses_it_from_then_on() throws Exception {
    javaThatTrains();
    Path data = folder.resolve("state");
    assertThat(run(Map.of(), "up", "--data", data.toString()).out())
        .contains("-Dtenbin.up=" + data.resolve("cache/up"))
        .doesNotContain("-XX:AOTCache=");
    Said second = run(Map.of(), "up", "--data=" + data);
    assertThat(second.out()).contains("-XX:AOTCache=" + data.resolve("cache"));
    Files.writeString(home.resolve("lib/c.jar"), "new");
    assertThat(run(Map.of(), "up", "--data=" + data).out()).doesNotContain("-XX:AOTCache=");
    try (var left = Files.list(data.resolve("cache"))) {
      assertThat(left.filter(file -> file.toString().endsWith(".aot"))).hasSize(1);
    }
  }

  @Test
  void starts_all_the_same_where_no_cache_can_be_made() throws Exception {
    Path data = Files.createDirectories(folder.resolve("state"));
    Files.writeString(data.resolve("cache"), "a file where the folder should be");
    Said said = run(Map.of(), "up", "--data", data.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("tenbin.hub.Main\nup\n").doesNotContain("AOT");
  }

  /** Does as the real one; a hub without a cache stays up until there is one. */
  private void javaThatTrains() throws IOException {
    Files.writeString(
        home.resolve("runtime/bin/java"),
        """
        #!/bin/sh
        seen='' cache='' up=''
        for a in "$@"; do
          case $a in
            -XX:AOTConfiguration=*) seen=${a#*=} ;;
            -XX:AOTCache=*) cache=${a#*=} ;;
            -Dtenbin.up=*) up=${a#*=} ;;
          esac
        done
        case " $* " in
          *AOTMode=record*) echo seen >"$seen"; exit 0 ;;
          *AOTMode=create*) echo cache >"$cache"; exit 0 ;;
        esac
        printf '%s\\n' "java $0" "$@"
        [ -n "$up" ] || exit 0
        : >"$up"
        for wait in 1 2 3 4 5 6 7 8 9 10; do
          ls "${up%/up}"/*.aot >/dev/null 2>&1 && exit 0
          sleep 1
        done
        exit 1
        """);
  }

  @Test
  void tells_all_acts_with_a_line_each() throws Exception {
    String help = run(Map.of(), "--help").out();
    assertThat(actsOfTheProgram())
        .isNotEmpty()
        .allSatisfy(act -> assertThat(help).containsPattern("(?m)^  " + act + " +\\S"));
  }

  @Test
  void says_that_an_archive_has_no_tests() throws Exception {
    Said said = run(Map.of(), "test");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).contains("needs the sources");
  }

  private static List<String> actsOfTheProgram() {
    return tenbin.hub.act.Acts.names();
  }

  private void deleteRuntime() throws IOException {
    Files.delete(home.resolve("runtime/bin/java"));
    Files.delete(home.resolve("runtime/bin/javac"));
  }

  /** A folder that looks like a Java of a version. */
  private static Path java(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String tool : List.of("java", "javac")) {
      Path script = Files.writeString(folder.resolve("bin").resolve(tool), FAKE_JAVA);
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return folder;
  }

  private Said run(Map<String, String> environment, String... arguments) throws Exception {
    return run(home.resolve("tenbin"), folder, environment, arguments);
  }

  private Said run(Path script, Path from, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(new TreeMap<>(environment));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int code = process.waitFor();
    return new Said(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
