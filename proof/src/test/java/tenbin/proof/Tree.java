package tenbin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the house as they lie in the repository, without what a build or a run leaves. */
final class Tree {
  /** Where the house stands: given by the build. */
  static final Path ROOT =
      Path.of(System.getProperty("tenbin.root", "..")).toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "data", ".idea", ".vscode", ".cifuzz-corpus", "node_modules");

  private Tree() {}

  /** Every file, relative to the root, in order of name. */
  static List<Path> files() {
    try (Stream<Path> all = Files.find(ROOT, 40, (path, about) -> about.isRegularFile())) {
      return all.map(ROOT::relativize).filter(Tree::isOurs).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static List<Path> files(String ending) {
    return files().stream().filter(path -> path.toString().endsWith(ending)).toList();
  }

  static boolean exists(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  static String text(Path relative) {
    try {
      return new String(Files.readAllBytes(ROOT.resolve(relative)), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether a file's bytes are text: no zero byte among the first. */
  static boolean isText(Path relative) {
    try (var in = Files.newInputStream(ROOT.resolve(relative))) {
      for (byte each : in.readNBytes(4096)) {
        if (each == 0) {
          return false;
        }
      }
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isOurs(Path relative) {
    for (Path part : relative) {
      if (NOT_OURS.contains(part.toString()) || part.toString().startsWith(".built")) {
        return false;
      }
    }
    return true;
  }
}
