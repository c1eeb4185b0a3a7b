package tenbin.desks.routes.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import tenbin.desks.routes.registry.RegistryFiles;
import tenbin.wire.Refused;

/**
 * Files that are read again when they changed, and did not change any more between two looks. What
 * cannot be read, or has nothing in it, leaves what was read before, and is said once. One thread.
 */
final class Rereading {
  /** Damaged rows that are told one by one, of each reading. */
  private static final int MOST_TOLD = 5;

  /** How a file was when it was read; a size with it, because times are coarse. */
  private record Stamp(FileTime time, long size) {}

  /** What a file that can be missing is like then. */
  private static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1);

  /** Makes a table of files, in their order. */
  interface Reading<T> {
    T of(RegistryFiles files, List<InputStream> in) throws IOException, Refused;
  }

  private final Consumer<String> words;
  private final Map<Path, Stamp> seen = new HashMap<>();
  private final Map<List<Path>, List<Stamp>> read = new HashMap<>();

  Rereading(Consumer<String> words) {
    this.words = words;
  }

  /**
   * One table of all of these; where one file changed all are read.
   *
   * @param before what was read of them before
   * @param size how much there is in one
   */
  <T> T again(List<Path> files, T before, ToIntFunction<T> size, Reading<T> reading) {
    if (!isDue(files)) {
      return before;
    }
    try {
      T made = read(files, reading);
      if (size.applyAsInt(made) == 0 && size.applyAsInt(before) > 0) {
        words.accept(text(files) + " has nothing in it; what was read of it before counts");
        return before;
      }
      words.accept(text(files) + " is read: " + size.applyAsInt(made));
      return made;
    } catch (IOException | Refused broken) {
      words.accept(text(files) + " is not read: " + broken.getMessage());
      return before;
    }
  }

  /** When the newest of these was written, as it was read; the epoch where none was. */
  Instant date(List<Path> files) {
    return read.getOrDefault(files, List.of()).stream()
        .map(each -> each.time.toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Whether some are others than those that were read, and all of them are whole. */
  private boolean isDue(List<Path> files) {
    List<Stamp> now = new ArrayList<>();
    boolean settled = true;
    for (Path each : files) {
      Stamp stamp = stamp(each);
      now.add(stamp);
      settled &= stamp.equals(seen.put(each, stamp));
    }
    boolean isFirst = !read.containsKey(files);
    if (now.equals(read.get(files)) || !settled && !isFirst) {
      return false;
    }
    read.put(files, now);
    return true;
  }

  private static Stamp stamp(Path file) {
    try {
      return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException missing) {
      return MISSING;
    }
  }

  private <T> T read(List<Path> files, Reading<T> reading) throws IOException, Refused {
    int[] told = new int[1];
    RegistryFiles tables =
        new RegistryFiles(warning -> {
          if (told[0]++ < MOST_TOLD) {
            words.accept(text(files) + ": " + warning);
          }
        });
    List<InputStream> open = new ArrayList<>();
    try {
      for (Path each : files) {
        open.add(Files.newInputStream(each));
      }
      return reading.of(tables, open);
    } finally {
      open.forEach(Rereading::quietlyClose);
    }
  }

  private static String text(List<Path> files) {
    return String.join(" ", files.stream().map(Path::toString).toList());
  }

  private static void quietlyClose(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      // It was read.
    }
  }
}
