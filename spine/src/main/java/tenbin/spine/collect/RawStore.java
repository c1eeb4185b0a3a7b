package tenbin.spine.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Folders;

/**
 * The folder of complete raw reports, each in a file named by its digest. It may lie on a disk of
 * its own, which can go away under a running hub: then another folder, or none, stands in its
 * place. Any thread.
 */
final class RawStore {
  private final Path folder;
  private final @Nullable Object identity;

  private RawStore(Path folder, @Nullable Object identity) {
    this.folder = folder;
    this.identity = identity;
  }

  /** The store of the hub whose folder this is, made where there is none. */
  static RawStore in(Path data) throws IOException {
    Path folder = Folders.secret(data.resolve("raw"));
    return new RawStore(folder, identity(folder).orElse(null));
  }

  /** Device and number of the folder, where the system tells them. */
  private static Optional<Object> identity(Path folder) throws IOException {
    return Optional.ofNullable(Files.readAttributes(folder, BasicFileAttributes.class).fileKey());
  }

  /** Whether the folder is there and the one that it was when the hub started. */
  boolean isThere() {
    try {
      return Objects.equals(identity(folder).orElse(null), identity);
    } catch (IOException gone) {
      return false;
    }
  }

  Path file(Digest digest) {
    String hex = digest.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }
}
