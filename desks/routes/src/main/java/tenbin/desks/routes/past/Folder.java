package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The files of past routes in their folder. */
final class Folder {
  private static final String LOCK = "lock";

  private final Path folder;
  private final Consumer<String> words;

  Folder(Path folder, Consumer<String> words) {
    this.folder = folder;
    this.words = words;
  }

  Path file(Names kind, long number) {
    return folder.resolve(kind.of(number));
  }

  /**
   * Keeps every other process from writing here.
   *
   * @throws IOException when one does
   */
  FileChannel lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException own) {
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new IOException(folder + ": another hub writes here");
    }
    return file;
  }

  /** Those of a kind, by their numbers; of logs the places alone. */
  List<Long> numbers(Names kind) throws IOException {
    List<Long> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        OptionalLong number = kind.number(each);
        number.ifPresent(all::add);
      }
    }
    all.sort(Comparator.naturalOrder());
    return all;
  }

  /** What can be read; what cannot is told, and stays where it is: its number shows the hole. */
  List<SortedFile> sorted(Names kind) throws IOException {
    List<SortedFile> all = new ArrayList<>();
    for (long number : numbers(kind)) {
      Path file = file(kind, number);
      try {
        all.add(SortedFile.open(file, number));
      } catch (Damaged | java.io.EOFException broken) {
        words.accept(file.getFileName() + " of past routes: " + broken.getMessage());
      }
    }
    return all;
  }

  /** Takes away what was not finished when somebody stopped. */
  void clean() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + Names.BESIDE)) {
      for (Path each : files) {
        Files.delete(each);
      }
    }
  }

  /** The highest number of any sorted file, also of one that cannot be read; -1 where none is. */
  long last() throws IOException {
    long last = -1;
    for (Names kind : List.of(Names.BASE, Names.PART)) {
      List<Long> all = numbers(kind);
      last = all.isEmpty() ? last : Math.max(last, all.getLast());
    }
    return last;
  }

  /** Parts up to a number go, and bases before it, those with them that cannot be read. */
  void deleteBefore(long number) {
    try {
      for (long each : numbers(Names.PART)) {
        delete(Names.PART, each, number + 1);
      }
      for (long each : numbers(Names.BASE)) {
        delete(Names.BASE, each, number);
      }
    } catch (IOException failed) {
      words.accept("past routes: what is too old does not go: " + failed.getMessage());
    }
  }

  private void delete(Names kind, long number, long before) throws IOException {
    if (number < before) {
      Files.deleteIfExists(file(kind, number));
    }
  }
}
