package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.attribute.Tables;

/** A folder of tables as their publishers name them: see {@link TableFiles#add}. */
public final class TableFolder {
  private TableFolder() {}

  /**
   * Reads every file of a folder in the order of their names. A file that cannot be read is told
   * and left out; the others count.
   *
   * @param told takes a line for each file: what is wrong with it, or how many lines are damaged
   */
  public static Tables read(Path folder, Consumer<String> told) throws IOException {
    AtomicLong damaged = new AtomicLong();
    TableFiles files = new TableFiles(warning -> damaged.incrementAndGet());
    for (Path file : files(folder)) {
      String name = name(file);
      damaged.set(0);
      try {
        files.add(file);
        told.accept(name + ": read, " + damaged.get() + " lines damaged");
      } catch (IOException unusable) {
        told.accept(name + ": left out, " + unusable.getMessage());
      }
    }
    return files.tables(Tables.USUAL_AGE);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !name(file).startsWith("."))
          .sorted()
          .toList();
    }
  }
}
