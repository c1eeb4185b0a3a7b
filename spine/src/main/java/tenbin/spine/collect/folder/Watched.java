package tenbin.spine.collect.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What lies in one member's folder, and since when unchanged. A file is ready when its size and
 * time have been the same for a pause, or when it was renamed to its present name: before, it was
 * seen under one that is passed over.
 */
final class Watched {
  /** More than that wait for the next round: a listing must not fill the memory. */
  private static final int MOST_FILES = 10_000;

  private final Path folder;
  private final Duration pause;
  private final Set<Object> unfinished = new HashSet<>();
  private Map<Path, Look> looks = new HashMap<>();

  Watched(Path folder, Duration pause) {
    this.folder = folder;
    this.pause = pause;
  }

  /** A file as it looked, since when it looks so. */
  private record Look(long size, Instant modified, Instant since) {
    boolean isOf(BasicFileAttributes file) {
      return size == file.size() && modified.equals(file.lastModifiedTime().toInstant());
    }
  }

  /** A file that can be taken, as it looked then. */
  record Ready(Path path, long size, Instant modified) {
    /** Whether it still looks as it did. */
    boolean isUnchanged() throws IOException {
      BasicFileAttributes now = attributes(path);
      return now.size() == size && now.lastModifiedTime().toInstant().equals(modified);
    }
  }

  /** What is ready by now, by name; links are what they are, never what they lead to. */
  List<Ready> ready(Instant now) throws IOException {
    Map<Path, Look> seen = new HashMap<>();
    List<Ready> ready = new ArrayList<>();
    Set<Object> partial = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        if (seen.size() >= MOST_FILES) {
          break;
        }
        look(each, now, seen, ready, partial);
      }
    }
    looks = seen;
    unfinished.clear();
    unfinished.addAll(partial);
    ready.sort(java.util.Comparator.comparing(Ready::path));
    return ready;
  }

  private void look(
      Path path, Instant now, Map<Path, Look> seen, List<Ready> ready, Set<Object> partial)
      throws IOException {
    BasicFileAttributes file = attributes(path);
    Object inode = Objects.requireNonNullElse(file.fileKey(), path);
    if (file.isDirectory()) {
      return;
    }
    if (isPassedOver(path.getFileName().toString())) {
      partial.add(inode);
      return;
    }
    Look before = looks.get(path);
    Instant modified = file.lastModifiedTime().toInstant();
    Look look = before != null && before.isOf(file) ? before : new Look(file.size(), modified, now);
    seen.put(path, look);
    boolean renamed = unfinished.contains(inode);
    boolean stable = !now.isBefore(look.since().plus(pause));
    if (renamed || stable || file.isSymbolicLink()) {
      ready.add(new Ready(path, file.size(), modified));
    }
  }

  /** Hidden, unfinished, or belonging to another file. */
  private static boolean isPassedOver(String name) {
    return name.startsWith(".")
        || name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith(FolderSource.MAPPING);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
