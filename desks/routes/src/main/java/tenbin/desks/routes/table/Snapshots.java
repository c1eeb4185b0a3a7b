package tenbin.desks.routes.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Tables in files: a head of magic, version, length and checksum, then everything, deflated. A file
 * is written beside its place and moved there when it is whole; one that is damaged, cut or of
 * something else is refused before anything of it counts.
 */
public final class Snapshots {
  private static final long MAGIC = 0x54_4e_42_52_4f_55_54_45L;
  private static final int VERSION = 1;
  private static final int HEAD = 8 + 4 + 8 + 8;
  private static final int BUFFER = 1 << 16;

  private Snapshots() {}

  /** Writes a table; a file that is there already is replaced by a whole one or not at all. */
  public static void write(RouteTable table, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.position(HEAD);
      CRC32C sum = new CRC32C();
      body(table, new CheckedOutputStream(Channels.newOutputStream(channel), sum));
      long length = channel.position() - HEAD;
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      head.putLong(MAGIC).putInt(VERSION).putLong(length).putLong(sum.getValue()).flip();
      channel.write(head, 0);
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void body(RouteTable table, OutputStream raw) throws IOException {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream open = new Unclosed(raw);
        DeflaterOutputStream packed = new DeflaterOutputStream(open, fast, BUFFER);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed, BUFFER))) {
      new SnapshotWriter(table, out).all();
    } finally {
      fast.end();
    }
  }

  /**
   * Reads a table.
   *
   * @throws SnapshotRefused where the file is damaged, of something else, or larger than the limits
   * @throws IOException where it cannot be read at all
   */
  public static RouteTable read(Path file, Limits limits) throws IOException {
    check(file);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(HEAD);
      InputStream packed = new InflaterInputStream(in);
      DataInputStream all = new DataInputStream(new BufferedInputStream(packed, BUFFER));
      return new SnapshotReader(all, limits).all();
    } catch (EOFException | ZipException | UTFDataFormatException broken) {
      throw new SnapshotRefused("a snapshot that cannot be unpacked: " + broken.getMessage());
    }
  }

  private static void check(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD));
      if (head.limit() < HEAD || head.getLong() != MAGIC) {
        throw new SnapshotRefused("not a snapshot of routes");
      }
      int version = head.getInt();
      if (version != VERSION) {
        throw new SnapshotRefused("a snapshot of version " + version + ", not " + VERSION);
      }
      long length = head.getLong();
      long found = new CheckedInputStream(in, sum).transferTo(OutputStream.nullOutputStream());
      if (found != length) {
        throw new SnapshotRefused("a snapshot of " + length + " octets of which are " + found);
      }
      if (sum.getValue() != head.getLong()) {
        throw new SnapshotRefused("a snapshot whose checksum is another");
      }
    }
  }

  /** The file stays open: its head is written last. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
