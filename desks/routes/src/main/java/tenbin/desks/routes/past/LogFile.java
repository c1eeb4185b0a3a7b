package tenbin.desks.routes.past;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The part that is being written, append only: a piece for each batch, changes or marks. What a
 * crash leaves at its end is cut at the first piece that is not whole. One thread.
 */
final class LogFile implements AutoCloseable {
  private static final int CHANGES = 0;
  private static final int MARKS = 1;

  private final FileChannel out;
  private long good;

  LogFile(Path file) throws IOException {
    this.out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void changes(byte[] block) throws IOException {
    append(CHANGES, block);
  }

  void marks(List<Mark> marks) throws IOException {
    append(MARKS, Marks.pack(marks));
  }

  private void append(int kind, byte[] octets) throws IOException {
    byte[] told = new Packing().octet(kind).octets(octets).done();
    try {
      Frames.append(out, Frames.of(told, Frames.Pack.PLAIN));
      good = out.position();
    } catch (IOException failed) {
      out.truncate(good); // A piece behind half a one would not be found again.
      throw failed;
    }
  }

  long size() {
    return good;
  }

  /** What was written outlives a loss of power. */
  void force() throws IOException {
    out.force(false);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Reads one that was left.
   *
   * @return how many octets at its end are not whole
   */
  static long recover(Path file, Fresh into) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = 0;
      while (at < in.size()) {
        try {
          Frames.Piece piece = Frames.read(in, at);
          add(ByteBuffer.wrap(piece.octets()), into);
          at = piece.next();
        } catch (EOFException | Damaged torn) {
          return in.size() - at;
        }
      }
      return 0;
    }
  }

  private static void add(ByteBuffer piece, Fresh into) throws Damaged {
    if (!piece.hasRemaining()) {
      throw new Damaged("a piece of nothing");
    }
    int kind = piece.get();
    byte[] octets = new byte[piece.remaining()];
    piece.get(octets);
    if (kind == CHANGES) {
      Block.unpack(octets).forEach(into::add);
    } else if (kind == MARKS) {
      Marks.unpack(octets).forEach(into::add);
    } else {
      throw new Damaged("a piece of kind " + kind);
    }
  }
}
