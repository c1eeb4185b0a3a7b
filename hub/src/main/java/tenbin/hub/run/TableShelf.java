package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.attribute.Tables;
import tenbin.spine.checkup.TableState;

/**
 * The tables of a folder, read anew when its files change. A set with a file that cannot be read is
 * refused whole, and the tables from before stay; so nothing is attributed by half a world.
 */
public final class TableShelf {
  private static final Logger LOG = LoggerFactory.getLogger(TableShelf.class);

  private final Path folder;
  private final InstantSource clock;
  private final Set<Mark> leftOut;
  private volatile Standing standing;
  private List<Mark> seen = List.of();
  private List<Mark> judged = List.of();

  private record Standing(Tables tables, List<TableState> files) {}

  /** A file as a listing shows it: two equal ones are taken for the same content. */
  private record Mark(Path file, Instant modified, long bytes) {}

  private TableShelf(Path folder, InstantSource clock, Standing standing, List<Mark> marks) {
    this.folder = folder;
    this.clock = clock;
    this.standing = standing;
    this.seen = marks;
    this.judged = marks;
    this.leftOut = leftOut(marks, standing);
  }

  /** The shelf of no folder: no tables, nothing to look at. */
  public static TableShelf empty(Tables tables) {
    return new TableShelf(
        Path.of(""), InstantSource.system(), new Standing(tables, List.of()), List.of());
  }

  /**
   * Reads a folder for the first time: with nothing to fall back on, a file that cannot be read is
   * left out and the others count.
   */
  public static TableShelf open(Path folder, InstantSource clock) throws IOException {
    List<Mark> marks = marks(folder);
    return new TableShelf(folder, clock, read(marks, clock), marks);
  }

  /** What stands. */
  public Tables tables() {
    return standing.tables;
  }

  /** Every file with what became of it. */
  public List<TableState> files() {
    return standing.files;
  }

  /**
   * Looks once. What changed is read when two looks in a row saw the same, so that a file which is
   * still being written is not taken.
   *
   * @return whether other tables stand now
   */
  boolean look(Consumer<Tables> swapped) throws IOException {
    if (folder.toString().isEmpty()) {
      return false;
    }
    List<Mark> now = marks(folder);
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(judged)) {
      return false;
    }
    judged = now;
    Standing read = read(now, clock);
    if (isWhole(now, read)) {
      swapped.accept(read.tables);
      standing = read;
      LOG.info("{} tables were read anew", now.size());
      return true;
    }
    standing = new Standing(standing.tables, refused(read.files));
    LOG.warn("a new table cannot be read; the ones from before stay");
    return false;
  }

  /** Whether all was read but what a start has left out, unchanged since. */
  private boolean isWhole(List<Mark> marks, Standing read) {
    for (int i = 0; i < marks.size(); i++) {
      if (!read.files.get(i).isUsed() && !leftOut.contains(marks.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Set<Mark> leftOut(List<Mark> marks, Standing read) {
    Set<Mark> all = new HashSet<>();
    for (int i = 0; i < marks.size(); i++) {
      if (!read.files.get(i).isUsed()) {
        all.add(marks.get(i));
      }
    }
    return all;
  }

  /** The files that could not be read say why; the others wait for them. */
  private static List<TableState> refused(List<TableState> files) {
    return files.stream().map(each -> each.isUsed() ? waiting(each) : each).toList();
  }

  private static TableState waiting(TableState each) {
    return new TableState(
        each.name(),
        each.modified(),
        each.bytes(),
        each.readAt(),
        each.damaged(),
        "another file of this set cannot be read; the set from before stays");
  }

  private static Standing read(List<Mark> marks, InstantSource clock) {
    AtomicLong damaged = new AtomicLong();
    TableFiles files = new TableFiles(warning -> damaged.incrementAndGet());
    List<TableState> states = new ArrayList<>();
    for (Mark mark : marks) {
      damaged.set(0);
      String refused = "";
      try {
        files.add(mark.file);
      } catch (IOException unusable) {
        refused = String.valueOf(unusable.getMessage());
      }
      states.add(
          new TableState(
              String.valueOf(mark.file.getFileName()),
              mark.modified,
              mark.bytes,
              clock.instant(),
              damaged.get(),
              refused));
    }
    return new Standing(files.tables(Tables.USUAL_AGE), states);
  }

  private static List<Mark> marks(Path folder) throws IOException {
    List<Mark> marks = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (!String.valueOf(file.getFileName()).startsWith(".")) {
          marks.add(new Mark(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        }
      }
    }
    return marks;
  }
}
