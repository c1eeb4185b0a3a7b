package tenbin.spine.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final String VALUE = "(?:'[0-9 :+.-]{1,40}'|[0-9]{1,18}|MINVALUE|MAXVALUE)";
  private static final String VALUES = "\\(" + VALUE + "(?:, " + VALUE + "){0,7}\\)";
  private static final Pattern BOUND =
      Pattern.compile("DEFAULT|FOR VALUES FROM " + VALUES + " TO " + VALUES);

  private final ZipFile zip;
  private final Manifest manifest;
  private final Optional<Path> opened;

  private Restore(ZipFile zip, Manifest manifest, Optional<Path> opened) {
    this.zip = zip;
    this.manifest = manifest;
    this.opened = opened;
  }

  /**
   * Opens a sealed archive, beside where the hub is to be; all of it is compared before anything is
   * restored, and what was opened is gone with this.
   */
  public static Restore of(Path archive, PrivateKey key, Path data) throws IOException {
    if (!Unsealing.isSealed(archive)) {
      throw new BackupRefused("this archive is not sealed; it came from somebody without your key");
    }
    Path beside = Files.createDirectories(Folders.of(data.toAbsolutePath().normalize()));
    Path open =
        Files.createTempFile(
            beside,
            "restore",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(open))) {
        Unsealing.copy(archive, key, out);
      }
      return of(open, Optional.of(open));
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(open);
      throw failed;
    }
  }

  /** Opens an archive and reads what it holds. */
  public static Restore of(Path archive) throws IOException {
    if (Unsealing.isSealed(archive)) {
      throw new BackupRefused("this archive is sealed: it wants the key that it was sealed for");
    }
    return of(archive, Optional.empty());
  }

  private static Restore of(Path archive, Optional<Path> opened) throws IOException {
    ZipFile zip = new ZipFile(archive.toFile());
    try {
      ZipEntry contents = zip.getEntry(Backup.CONTENTS);
      if (contents == null) {
        throw new BackupRefused("no backup, or one that was cut off: it has no list of contents");
      }
      try (InputStream in = zip.getInputStream(contents)) {
        byte[] text = in.readNBytes(MOST_CONTENTS);
        return new Restore(zip, Manifest.parse(new String(text, UTF_8)), opened);
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
          checkPartition(catalogue, each);
          statement.execute(
              "create table "
                  + Catalogue.quoted(each.name())
                  + " partition of "
                  + Catalogue.quoted(each.parent())
                  + " "
                  + each.bound());
        }
      }
      checkTables(catalogue);
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

  /**
   * A partition's lines become SQL: only what PostgreSQL itself writes about days may stand there.
   */
  private static void checkPartition(Catalogue catalogue, Manifest.Partition each)
      throws SQLException, BackupRefused {
    boolean plain = NAME.matcher(each.name()).matches() && BOUND.matcher(each.bound()).matches();
    if (!plain || !catalogue.partitioned().contains(each.parent())) {
      throw new BackupRefused("the backup names a partition that no hub has");
    }
  }

  /** Names and columns of tables become SQL: they are those that the migrations made. */
  private void checkTables(Catalogue catalogue) throws SQLException, BackupRefused {
    Map<String, String> known = catalogue.tables();
    for (Manifest.Table each : manifest.tables()) {
      if (!each.columns().equals(known.get(each.name()))) {
        throw new BackupRefused("the backup names a table or columns that no hub has");
      }
    }
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
    if (opened.isPresent()) {
      Files.deleteIfExists(opened.get());
    }
  }
}
