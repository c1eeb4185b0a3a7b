package tenbin.spine.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of policy files: every file of it that ends in .yaml, by name; what begins with a point
 * is left alone. Stateless; any thread.
 *
 * @param folder where
 */
public record PolicyFolder(Path folder) {
  private static final String SUFFIX = ".yaml";

  /** More than a circle with a file a member and a few of its own needs. */
  private static final int MOST_FILES = 2_000;

  /**
   * A file as a listing shows it: two equal ones are taken for the same content.
   *
   * @param file which
   * @param modified when it was written last
   * @param bytes its size
   */
  public record Mark(Path file, Instant modified, long bytes) {}

  /** The files as a listing shows them. */
  public List<Mark> marks() throws IOException {
    List<Mark> marks = new ArrayList<>();
    for (Path file : files()) {
      marks.add(new Mark(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
    }
    return marks;
  }

  /** The files' texts. */
  public List<PolicySource> sources() throws IOException {
    List<PolicySource> sources = new ArrayList<>();
    for (Path file : files()) {
      sources.add(new PolicySource(String.valueOf(file.getFileName()), Files.readString(file)));
    }
    return sources;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(PolicyFolder::counts).sorted().limit(MOST_FILES + 1).toList();
      if (files.size() > MOST_FILES) {
        throw new IOException(folder + " has more than " + MOST_FILES + " policy files");
      }
      return files;
    }
  }

  private static boolean counts(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && name.endsWith(SUFFIX) && !name.startsWith(".");
  }
}
