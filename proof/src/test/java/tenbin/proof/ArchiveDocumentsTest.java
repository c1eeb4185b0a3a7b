package tenbin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of the archive as somebody finds them who unpacks it. */
class ArchiveDocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s#]+)[^)\\s]*\\)");
  private static final long MOST_BYTES = 1 << 20;

  @TempDir private Path archive;

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void every_link_of_every_document_in_the_archive_leads_to_a_file_of_it()
      throws IOException, InterruptedException {
    Process copying =
        new ProcessBuilder(
                Tree.ROOT.resolve("proof/src/main/package/documents").toRealPath().toString(),
                Tree.ROOT.toRealPath().toString(),
                archive.toString())
            .inheritIO()
            .start();
    assertThat(copying.waitFor()).isZero();
    List<String> dead = new ArrayList<>();
    int documents = 0;
    for (Path file : files()) {
      assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(MOST_BYTES);
      if (file.toString().endsWith(".md")) {
        documents++;
        collect(file, dead);
      }
    }
    assertThat(dead).isEmpty();
    assertThat(documents).isGreaterThan(20);
    assertThat(archive.resolve("docs/operations/retention.md")).exists();
    assertThat(archive.resolve("LICENSE")).exists();
    assertThat(archive.resolve("pom.xml"))
        .as("the launcher takes it for a clone then")
        .doesNotExist();
  }

  private static void collect(Path file, List<String> dead) throws IOException {
    Matcher link = LINK.matcher(Files.readString(file));
    while (link.find()) {
      String to = link.group(1);
      if (!to.matches("[a-z]+:.*") && !Files.exists(file.resolveSibling(to))) {
        dead.add(file.getFileName() + " -> " + to);
      }
    }
  }
}
