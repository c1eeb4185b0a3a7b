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

  /** What can be read; what cannot is told, and moved aside by its owner. */
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

  void delete(SortedFile file) {
    try {
      Files.deleteIfExists(file.file());
    } catch (IOException failed) {
      words.accept(file.file().getFileName() + " does not go: " + failed.getMessage());
    }
  }
}
