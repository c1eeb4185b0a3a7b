package tenbin.desks.routes.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.table.SnapshotRefused;
import tenbin.desks.routes.table.Snapshots;

/**
 * A folder with the state of a watch: its table, and which files it has read. The list of files is
 * written last: after a stop between both a file is read again, which changes nothing.
 */
final class Shelf {
  private static final String TABLE = "routes.snapshot";
  private static final String FILES = "files.read";

  private final Path folder;
  private final Consumer<String> words;

  Shelf(Path folder, Consumer<String> words) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.words = words;
  }

  /** The table as it was; empty where there is none that can be read. */
  Optional<RouteTable> table(Limits limits) throws IOException {
    Path file = folder.resolve(TABLE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Snapshots.read(file, limits));
    } catch (SnapshotRefused refused) {
      words.accept(file + " is not taken, the watch begins anew: " + refused.getMessage());
      return Optional.empty();
    }
  }

  /** The files that each feed has read. */
  Map<String, Collection<String>> files() throws IOException {
    Map<String, Collection<String>> files = new TreeMap<>();
    Path file = folder.resolve(FILES);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          files
              .computeIfAbsent(line.substring(0, tab), feed -> new TreeSet<>())
              .add(line.substring(tab + 1));
        }
      }
    }
    return files;
  }

  void write(RouteTable table, Map<String, ? extends Collection<String>> files) throws IOException {
    Snapshots.write(table, folder.resolve(TABLE));
    List<String> lines = new ArrayList<>();
    files.forEach((feed, names) -> names.forEach(name -> lines.add(feed + '\t' + name)));
    Path beside = folder.resolve(FILES + ".new");
    Files.write(beside, lines);
    Files.move(
        beside,
        folder.resolve(FILES),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
