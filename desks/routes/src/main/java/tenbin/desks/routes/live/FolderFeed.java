package tenbin.desks.routes.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.wire.mrt.Unpacked;

/**
 * Files of MRT that appear in a folder: each is read once, in the order of names. One that is still
 * written is left for later. One thread looks.
 */
final class FolderFeed {
  private static final int MOST_FILES = 100_000;

  private record Stamp(FileTime time, long size) {}

  private final String name;
  private final Path folder;
  private final ArchiveFeed feed;
  private final Turns turns;
  private final Consumer<String> words;

  /** Those that are not taken yet, as they were at the last look: unchanged, they are whole. */
  private final Map<String, Stamp> seen = new HashMap<>();

  private final Set<String> taken;

  /** Those of which the watch has every word. */
  private final Set<String> done = new ConcurrentSkipListSet<>();

  private final AtomicLong broken = new AtomicLong();

  FolderFeed(FeedLine.Folder line, Ear ear, Turns turns, Consumer<String> words) {
    this.name = line.name();
    this.folder = line.folder();
    this.feed = new ArchiveFeed(line.name(), ear);
    this.turns = turns;
    this.words = words;
    this.taken = new TreeSet<>();
  }

  /** These were read before the watch was started. */
  void know(Collection<String> names) {
    taken.addAll(names);
    done.addAll(names);
  }

  String name() {
    return name;
  }

  /** The names of those of which the watch has every word, as its thread sees it. */
  Set<String> done() {
    return Set.copyOf(done);
  }

  /** How much could not be read. */
  long broken() {
    return broken.get() + feed.damaged();
  }

  /** Reads what is new. */
  void look() {
    try {
      List<Path> all = files();
      Set<String> there = new TreeSet<>();
      for (Path each : all) {
        there.add(each.getFileName().toString());
      }
      taken.retainAll(there);
      turns.put(() -> done.retainAll(there));
      for (Path each : all) {
        if (!turns.isOpen() || !take(each)) {
          return;
        }
      }
    } catch (IOException failed) {
      words.accept(folder + " is not read: " + failed.getMessage());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST_FILES)
          .toList();
    }
  }

  /** False where the order wants that nothing behind it is read yet. */
  private boolean take(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (taken.contains(name)) {
      return true;
    }
    Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    if (!stamp.equals(seen.put(name, stamp))) {
      return false;
    }
    seen.remove(name);
    taken.add(name);
    long damaged = feed.damaged();
    try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
      feed.read(in);
    } catch (IOException failed) {
      feed.end();
      broken.incrementAndGet();
      words.accept(file + " breaks off: " + failed.getMessage());
    }
    if (feed.damaged() > damaged) {
      words.accept(file + ": " + (feed.damaged() - damaged) + " damaged records");
    }
    turns.put(() -> done.add(name));
    return true;
  }
}
