package tenbin.spine.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;

/**
 * A hub out of its backup, into an empty folder and an empty database. Every file's digest is
 * compared as it is written, and every table is read again and compared before anything is
 * committed.
 */
public final class Restore implements AutoCloseable {
  /** A list of contents is far below this; a zip may claim anything. */
  private static final int MOST_CONTENTS = 256 << 20;

  private final ZipFile zip;
  private final Manifest manifest;

  private Restore(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /** Opens an archive and reads what it holds. */
  public static Restore of(Path archive) throws IOException {
    ZipFile zip = new ZipFile(archive.toFile());
    try {
      ZipEntry contents = zip.getEntry(Backup.CONTENTS);
      if (contents == null) {
        throw new BackupRefused("no backup, or one that was cut off: it has no list of contents");
      }
      try (InputStream in = zip.getInputStream(contents)) {
        byte[] text = in.readNBytes(MOST_CONTENTS);
        return new Restore(zip, Manifest.parse(new String(text, UTF_8)));
      }
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  /** What it holds. */
  public Manifest manifest() {
    return manifest;
  }

  /** Writes the files into a folder that is empty or not there. */
  public void files(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      try (Stream<Path> there = Files.list(data)) {
        if (there.findAny().isPresent()) {
          throw new BackupRefused(data + " is not empty: a hub is restored beside, never over one");
        }
      }
    }
    Folders.passable(data);
    for (Manifest.Kept each : manifest.files()) {
      Path file = data.resolve(each.path()).normalize();
      if (!file.startsWith(data) || file.equals(data)) {
        throw new BackupRefused("a file of the backup points outside its folder");
      }
      folders(data, Folders.of(file));
      write(each, file);
    }
  }

  private static void folders(Path data, Path folder) throws IOException {
    if (!folder.equals(data) && !Files.isDirectory(folder)) {
      folders(data, Folders.of(folder));
      Folders.secret(folder);
    }
  }

  private void write(Manifest.Kept kept, Path file) throws IOException {
    MessageDigest running = Digest.start();
    try (InputStream in = new DigestInputStream(entry(Backup.FILES + kept.path()), running)) {
      Folders.write(file, out -> in.transferTo(out));
    }
    compare(kept.path(), kept.digest(), Digest.finish(running).hex());
  }

  private InputStream entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupRefused("the backup lacks " + name);
    }
    return zip.getInputStream(entry);
  }

  private static void compare(String what, String told, String found) throws BackupRefused {
    if (!told.equals(found)) {
      throw new BackupRefused(what + " is not what was backed up: " + found);
    }
  }

  /** Fills a database that was just migrated; all of it, compared, or nothing. */
  public void tables(Database database) throws IOException {
    try {
      database.transact(connection -> {
        fill(connection);
        return true;
      });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void fill(Connection connection) throws SQLException {
    Catalogue catalogue = new Catalogue(connection);
    TableCopy copy = new TableCopy(connection);
    try {
      if (!catalogue.schema().equals(manifest.schema())) {
        throw new BackupRefused(
            "it was made with schema "
                + manifest.version()
                + " and this program has "
                + catalogue.version()
                + ": restore with the version that made it, then upgrade");
      }
      try (Statement statement = connection.createStatement()) {
        for (Manifest.Partition each : manifest.partitions()) {
          statement.execute(
              "create table "
                  + Catalogue.quoted(each.name())
                  + " partition of "
                  + Catalogue.quoted(each.parent())
                  + " "
                  + each.bound());
        }
      }
      for (Manifest.Table each : manifest.tables()) {
        empty(connection, copy, each);
        try (InputStream in = entry(Backup.TABLES + each.name())) {
          copy.in(each.name(), each.columns(), in);
        }
      }
      for (Manifest.Table each : manifest.tables()) {
        compare(
            "table " + each.name(),
            each.digest(),
            copy.measure(each.name(), each.columns()).digest());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    sequences(connection);
  }

  /** What migrations put into a table goes; what a hub put there is another hub's. */
  private static void empty(Connection connection, TableCopy copy, Manifest.Table table)
      throws SQLException, IOException {
    long rows = copy.measure(table.name(), table.columns()).rows();
    if (rows > 1) {
      throw new BackupRefused("the database is not empty: table " + table.name());
    }
    if (rows > 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from " + Catalogue.quoted(table.name()));
      }
    }
  }

  private void sequences(Connection connection) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
      for (Manifest.Sequence each : manifest.sequences()) {
        set.setString(1, Catalogue.quoted(each.name()));
        set.setLong(2, each.value());
        set.setBoolean(3, each.called());
        set.execute();
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
