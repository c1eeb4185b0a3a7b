package tenbin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tidiness of the repository: documents that tell the truth, no leftovers, no strangers. */
class TidyTest {
  private static final long MOST_BYTES = 1 << 20;

  /** Written in pieces, so that this file does not find itself. */
  private static final List<String> BANNED_WORDS =
      List.of("TO" + "DO", "FIX" + "ME", "XX" + "X:", "for" + " now", "HA" + "CK:");

  /** Folders of a machine and hosts of a mirror have no place in a public repository. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w/.-])/(?:wo"
              + "rk|home/\\w+|Users/\\w+|root/[\\w.])"
              + "|(?:artifac"
              + "tory|nex"
              + "us\\.|jf"
              + "rog|regis"
              + "try-mirror)");

  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINE_OF_TABLE =
      Pattern.compile("^\\|(.+)\\|\\s*$", Pattern.MULTILINE);
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "<(?:dependency|path|plugin)>\\s*(?:<groupId>[^<]*</groupId>\\s*)?<artifactId>([^<]*)</artifactId>");

  private static final Set<String> MAY_RUN =
      Set.of(
          "tenbin",
          ".ci/run",
          ".ci/measure-start",
          "proof/src/main/package/archive",
          "proof/src/main/package/documents");

  @Test
  void every_link_in_the_documents_leads_somewhere() {
    List<String> dead = new ArrayList<>();
    for (Path document : Tree.files(".md")) {
      Matcher link = LINK.matcher(Tree.text(document));
      while (link.find()) {
        if (!leadsSomewhere(document, link.group(1))) {
          dead.add(document + " -> " + link.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void every_path_named_in_the_documents_exists() {
    Set<String> top = new TreeSet<>();
    Tree.files().stream()
        .filter(path -> path.getNameCount() > 1)
        .forEach(path -> top.add(path.getName(0).toString()));
    List<String> dead = new ArrayList<>();
    for (Path document : Tree.files(".md")) {
      Matcher quoted = QUOTED.matcher(Tree.text(document));
      while (quoted.find()) {
        String said = quoted.group(1);
        boolean isPath =
            said.matches("[\\w.@-]+(/[\\w.@-]+)+/?")
                && top.contains(said.substring(0, said.indexOf('/')));
        if (isPath
            && !said.startsWith("data/")
            && !said.contains("target/")
            && !Tree.exists(said)) {
          dead.add(document + " names " + said);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void no_banned_word_and_no_path_of_a_machine_is_left() {
    List<String> found = new ArrayList<>();
    for (Path file : Tree.files()) {
      if (Tree.isText(file) && !file.endsWith("TidyTest.java")) {
        String text = Tree.text(file);
        BANNED_WORDS.stream().filter(text::contains).forEach(word -> found.add(file + ": " + word));
        Matcher machine = MACHINE.matcher(text);
        if (machine.find()) {
          found.add(file + ": " + machine.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void no_file_is_larger_than_a_megabyte() throws IOException {
    List<String> large = new ArrayList<>();
    for (Path file : Tree.files()) {
      if (Files.size(Tree.ROOT.resolve(file)) > MOST_BYTES) {
        large.add(file.toString());
      }
    }
    assertThat(large).isEmpty();
  }

  @Test
  void exactly_the_scripts_are_executable() {
    List<String> wrong = new ArrayList<>();
    for (Path file : Tree.files()) {
      boolean may = MAY_RUN.contains(file.toString().replace('\\', '/'));
      if (Files.isExecutable(Tree.ROOT.resolve(file)) != may) {
        wrong.add(file + (may ? " is not executable" : " is executable"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_dependency_earns_its_line() {
    String earned = Tree.text(Path.of("docs/DEPENDENCIES.md"));
    Set<String> missing = new TreeSet<>();
    for (Path pom : Tree.files("pom.xml")) {
      Matcher artifact = ARTIFACT.matcher(Tree.text(pom));
      while (artifact.find()) {
        String name = artifact.group(1);
        if (!name.startsWith("tenbin") && !earned.contains("`" + name + "`")) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_package_says_the_same_five_lines() {
    List<String> silent = new ArrayList<>();
    for (Path file : Tree.files(".java")) {
      Path info = file.resolveSibling("package-info.java");
      boolean main = file.toString().replace('\\', '/').contains("/src/main/java/");
      if (main && !file.endsWith("module-info.java") && !saysFiveLines(info)) {
        silent.add(info.toString());
      }
    }
    assertThat(silent.stream().distinct()).isEmpty();
  }

  @Test
  void the_balance_lies_in_one_room_only() {
    assertThat(Tree.files(".java").stream().map(path -> path.toString().replace('\\', '/')))
        .filteredOn(path -> path.contains("/java/tenbin/balance/"))
        .allMatch(path -> path.startsWith("balance/"));
  }

  @Test
  void every_term_of_the_vocabulary_is_in_both_languages_and_in_the_code() {
    Set<String> types = new TreeSet<>();
    Tree.files(".java")
        .forEach(path -> types.add(path.getFileName().toString().replace(".java", "")));
    List<String> wrong = new ArrayList<>();
    Matcher line = LINE_OF_TABLE.matcher(Tree.text(Path.of("VOCABULARY.md")));
    while (line.find()) {
      String[] cells = line.group(1).split("\\|", -1);
      if (cells.length < 4 || cells[0].contains("---") || cells[0].trim().equals("English")) {
        continue;
      }
      if (cells[1].codePoints().noneMatch(c -> c > 0x2fff) || cells[3].isBlank()) {
        wrong.add("not bilingual or without meaning: " + cells[0].trim());
      }
      Matcher type = QUOTED.matcher(cells[2]);
      while (type.find()) {
        if (!types.contains(type.group(1).split("\\.", -1)[0])) {
          wrong.add("no such type: " + type.group(1));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void files_and_methods_stay_small() throws IOException {
    Sizes sizes = Sizes.of(Tree.files(".java"));
    Path report = Tree.ROOT.resolve("proof/target/sizes.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, sizes.report());
    assertThat(sizes.larger(Sizes.MOST_LINES_OF_A_FILE)).as("files; see " + report).isEmpty();
    assertThat(sizes.fileLines(0.9)).as("lines that nine of ten files stay under").isLessThan(250);
  }

  private static boolean leadsSomewhere(Path document, String target) {
    if (target.matches("[a-z]+:.*")) {
      return true;
    }
    String[] parts = target.split("#", 2);
    Path to =
        parts[0].isEmpty()
            ? document
            : Path.of("x").resolve(document).resolveSibling(parts[0]).normalize();
    Path file = parts[0].isEmpty() ? document : Path.of("x").relativize(to);
    return Tree.exists(file.toString())
        && (parts.length == 1 || headings(Tree.text(file)).anyMatch(parts[1]::equals));
  }

  private static Stream<String> headings(String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
  }

  private static boolean saysFiveLines(Path info) {
    if (!Tree.exists(info.toString())) {
      return false;
    }
    String text = Tree.text(info);
    return Stream.of("<p>In: ", "<p>Out: ", "<p>Called by: ", "<p>Never: ", "@NullMarked")
        .allMatch(text::contains);
  }
}
