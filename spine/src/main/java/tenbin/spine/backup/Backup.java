package tenbin.spine.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;

/**
 * A backup of a hub, also of one that runs: small files first, then one view of the whole database,
 * then the raw reports. So no file is ahead of the database, and no row lacks its report. What
 * comes meanwhile is in the next backup.
 */
public final class Backup {
  static final String TABLES = "tables/";
  static final String FILES = "files/";
  static final String CONTENTS = "contents";

  private static final int BUFFER = 1 << 16;

  private final Path data;
  private final Database database;
  private final Clock clock;

  /** Of a data folder and its database. */
  public Backup(Path data, Database database, Clock clock) {
    this.data = data;
    this.database = database;
    this.clock = clock;
  }

  /** Writes the archive as it is: whoever has it has everything. */
  public Manifest write(Path to) throws IOException {
    return write(to, Optional.empty());
  }

  /**
   * Writes the archive, whole or not at all; only its owner may read it.
   *
   * @param recipient whose key alone opens it; empty leaves it open
   */
  public Manifest write(Path to, Optional<PublicKey> recipient) throws IOException {
    if (Files.exists(to)) {
      throw new BackupRefused(to + " is there already");
    }
    Path part = to.resolveSibling(to.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Manifest manifest;
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      if (recipient.isPresent()) {
        SealedStream sealed = new SealedStream(seal(recipient.get()), out);
        manifest = pack(sealed);
        sealed.finish();
      } else {
        manifest = pack(out);
      }
      out.flush();
      channel.force(true);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(part);
      throw failed;
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    Folders.flush(Folders.of(to));
    return manifest;
  }

  private static Seal seal(PublicKey recipient) throws BackupRefused {
    try {
      return Seal.to(recipient);
    } catch (GeneralSecurityException wrong) {
      throw new BackupRefused("nothing can be sealed for this key: " + wrong.getMessage());
    }
  }

  private Manifest pack(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    Manifest manifest = write(zip);
    zip.finish();
    return manifest;
  }

  private Manifest write(ZipOutputStream zip) throws IOException {
    DataFiles folder = new DataFiles(data);
    List<Manifest.Kept> files = new ArrayList<>();
    for (Path each : folder.small()) {
      keep(zip, folder, each, files);
    }
    Manifest manifest;
    try {
      manifest = database.transact(connection -> tables(connection, zip, folder, files));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    zip.putNextEntry(new ZipEntry(CONTENTS));
    zip.write(manifest.text().getBytes(UTF_8));
    zip.closeEntry();
    return manifest;
  }

  private Manifest tables(
      Connection connection, ZipOutputStream zip, DataFiles folder, List<Manifest.Kept> files)
      throws SQLException {
    try (Statement view = connection.createStatement()) {
      view.execute("set transaction isolation level repeatable read, read only");
    }
    Catalogue catalogue = new Catalogue(connection);
    TableCopy copy = new TableCopy(connection);
    List<Manifest.Table> tables = new ArrayList<>();
    try {
      for (Map.Entry<String, String> each : catalogue.tables().entrySet()) {
        zip.putNextEntry(new ZipEntry(TABLES + each.getKey()));
        tables.add(copy.out(each.getKey(), each.getValue(), zip));
        zip.closeEntry();
      }
      for (Path each : folder.raw()) {
        keep(zip, folder, each, files);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Manifest(
        clock.instant(),
        catalogue.schema(),
        catalogue.version(),
        tables,
        catalogue.partitions(),
        catalogue.sequences(),
        files);
  }

  private static void keep(
      ZipOutputStream zip, DataFiles folder, Path file, List<Manifest.Kept> files)
      throws IOException {
    MessageDigest running = Digest.start();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), running)) {
      String name = folder.name(file);
      zip.putNextEntry(new ZipEntry(FILES + name));
      long bytes = in.transferTo(zip);
      zip.closeEntry();
      files.add(new Manifest.Kept(name, bytes, Digest.finish(running).hex()));
    } catch (NoSuchFileException gone) {
      // Its retention ended while the others were copied.
      return;
    }
  }
}
