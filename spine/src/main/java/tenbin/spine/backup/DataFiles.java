package tenbin.spine.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a data folder that are a hub's state. */
final class DataFiles {
  /** Raw reports: copied after the database's view is taken, so that none of its rows lacks one. */
  static final String RAW = "raw";

  /** The database itself, what is made anew, half uploads (their senders begin again), the lock. */
  private static final Set<String> LEFT_OUT =
      Set.of("postgresql", "cache", "work", "begun", "lock");

  private final Path data;

  DataFiles(Path data) {
    this.data = data;
  }

  /** Keys, the ledger's head, tables of networks: copied before, so that none is ahead of it. */
  List<Path> small() throws IOException {
    return below(data).stream().filter(each -> !top(each).equals(RAW)).toList();
  }

  List<Path> raw() throws IOException {
    Path raw = data.resolve(RAW);
    return Files.isDirectory(raw) ? below(raw) : List.of();
  }

  private List<Path> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !LEFT_OUT.contains(top(each)) && !each.toString().endsWith(".new"))
          .sorted()
          .toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private String top(Path file) {
    return data.relativize(file).getName(0).toString();
  }

  /** A file's name in the archive. */
  String name(Path file) throws BackupRefused {
    String name = data.relativize(file).toString();
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new BackupRefused("a file with such a name is none of a hub's: " + name.length());
    }
    return name;
  }
}
