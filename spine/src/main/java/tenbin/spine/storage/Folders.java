package tenbin.spine.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the hub does with its own folders: private ones, durable small files. */
public final class Folders {
  private static final int BUFFER = 1 << 16;

  private Folders() {}

  /** The folder, made with everything above it; only its owner may look in. */
  public static Path secret(Path folder) throws IOException {
    return made(folder, "rwx------");
  }

  /** The folder; others may pass through to what is theirs, but not list it. */
  public static Path passable(Path folder) throws IOException {
    return made(folder, "rwx--x--x");
  }

  private static Path made(Path folder, String rights) throws IOException {
    boolean there = Files.isDirectory(folder);
    Files.createDirectories(folder);
    if (!there) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }
    return folder;
  }

  /** Writes a small file that only its owner may read, whole or not at all, flushed to disk. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** As the other, for content that need not lie in memory at once. */
  public static void write(Path file, Content content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      content.to(out);
      out.flush();
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(of(file));
  }

  /** The folder in which a file lies. */
  public static Path of(Path file) {
    return java.util.Objects.requireNonNull(file.toAbsolutePath().getParent(), "a root has none");
  }

  /** Makes the names in a folder durable. */
  public static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes a folder with all it holds. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
