package tenbin.spine.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs out of the archive on the class path, unpacked once into a folder. */
final class PostgresBinaries {
  /** Changes with the archive's version, so that an upgrade unpacks anew. */
  private static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /** Where many databases of one machine, as those of tests, share them; unset in a hub. */
  private static final String SHARED = "tenbin.postgres.programs";

  /** Those of a hub's folder: its own, or what it shares with others of the same user. */
  static Path of(Path home) throws IOException {
    String shared = System.getProperty(SHARED, "");
    return in(shared.isEmpty() ? home : own(Folders.passable(Path.of(shared)), home));
  }

  /** Programs that somebody else put there are never run. */
  private static Path own(Path shared, Path home) throws IOException {
    UserPrincipal owner = Files.getOwner(shared, LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(Files.getOwner(home))) {
      throw new IOException(shared + " is a folder of " + owner.getName());
    }
    return shared;
  }

  /** The folder with bin, lib and share; unpacked by a rename, so never half there. */
  private static Path in(Path folder) throws IOException {
    Path home = folder.resolve("postgresql-" + VERSION);
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    Path fresh = Files.createTempDirectory(folder, "unpack");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    unpack(fresh);
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      Folders.delete(fresh);
    }
    return home;
  }

  private static void unpack(Path into) throws IOException {
    String name = "/postgres-linux-" + machine() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw new StorageFailure(
            StorageFailure.Actor.OPERATOR,
            "no PostgreSQL for this machine is packed with this program ("
                + name
                + "); give the URL of a PostgreSQL of your own");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, into);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("the archive points outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Folders.of(path));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String machine() {
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> arch;
    };
  }
}
