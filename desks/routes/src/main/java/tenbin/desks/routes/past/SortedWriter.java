package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/**
 * Writes changes in the order of their prefixes into a file that is there whole or not at all.
 * Behind the blocks stand the marks, how all vantage points stand at its end, the index, and where
 * these are. One thread.
 */
final class SortedWriter implements AutoCloseable {
  static final long MAGIC = 0x54_42_50_41_53_54_00_01L; // "TBPAST", version 1

  /** Three places, their check sum's piece, and the magic number again. */
  static final int TAIL = 5 * Long.BYTES;

  private final Path file;
  private final Path beside;
  private final FileChannel out;
  private final List<FileHead.Entry> blocks = new ArrayList<>();
  private final BitSet lengths = new BitSet();
  private Block.Packer packer = new Block.Packer();
  private long rows;
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;

  SortedWriter(Path file) throws IOException {
    this.file = file;
    this.beside = file.resolveSibling(file.getFileName() + Names.BESIDE);
    this.out =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    Frames.append(out, ByteBuffer.allocate(Long.BYTES).putLong(MAGIC).flip());
  }

  void add(Change change) throws IOException {
    if (packer.isFull()) {
      flush();
    }
    packer.add(change);
    lengths.set(change.prefix().bits());
    rows++;
    oldest = Math.min(oldest, change.micros());
    newest = Math.max(newest, change.micros());
  }

  private void flush() throws IOException {
    if (!packer.isEmpty()) {
      var frame = Frames.of(packer.done(), Frames.Pack.DEFLATED);
      blocks.add(new FileHead.Entry(packer.first().prefix(), Frames.append(out, frame)));
      packer = new Block.Packer();
    }
  }

  /**
   * Puts it in its place.
   *
   * @param closed when
   */
  void done(Map<Vantage, Standing> standings, List<Mark> marks, Span closed) throws IOException {
    flush();
    for (Mark each : marks) {
      oldest = Math.min(oldest, each.micros());
      newest = Math.max(newest, each.micros());
    }
    FileHead head =
        new FileHead(rows, oldest, Math.max(newest, closed.newest), closed.at, lengths, blocks);
    long atMarks = Frames.append(out, Frames.of(Marks.pack(marks), Frames.Pack.DEFLATED));
    long atStandings =
        Frames.append(out, Frames.of(Marks.packAll(standings), Frames.Pack.DEFLATED));
    long atHead = Frames.append(out, Frames.of(head.pack(), Frames.Pack.DEFLATED));
    ByteBuffer tail = ByteBuffer.allocate(TAIL).putLong(atMarks).putLong(atStandings);
    tail.putLong(atHead).putLong(atMarks ^ atStandings ^ atHead).putLong(MAGIC);
    Frames.append(out, tail.flip());
    out.force(true);
    out.close();
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Of when it is.
   *
   * @param at when it is closed, by the clock
   * @param newest what is older may be in it without a row of its own
   */
  record Span(long at, long newest) {}

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(beside);
  }
}
