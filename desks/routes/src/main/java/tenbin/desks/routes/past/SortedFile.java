package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/**
 * A file of {@link SortedWriter}: a part (what changed in a while) or a base (what stood at an
 * end). Any thread; each reading opens it anew.
 *
 * @param number counted up over all parts; a base has that of the last part in it
 * @param octets its size
 * @param head what may be in it
 * @param marks where its marks are
 * @param standings where it is written how all vantage points stand at its end
 */
record SortedFile(Path file, long number, long octets, FileHead head, long marks, long standings) {
  /**
   * One that can be used: where it stands what is in it, its marks and standings are read once.
   *
   * @throws Damaged when they cannot be
   */
  static SortedFile open(Path file, long number) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      if (size < Long.BYTES + SortedWriter.TAIL) {
        throw new Damaged("too short");
      }
      ByteBuffer tail = Frames.exactly(in, size - SortedWriter.TAIL, SortedWriter.TAIL);
      long marks = tail.getLong();
      long standings = tail.getLong();
      long head = tail.getLong();
      long sum = tail.getLong();
      boolean whole =
          tail.getLong() == SortedWriter.MAGIC
              && sum == (marks ^ standings ^ head)
              && head > 0
              && head < size;
      if (!whole) {
        throw new Damaged("no file of past routes, or not whole");
      }
      FileHead read = FileHead.unpack(Frames.read(in, head).octets());
      marks(in, marks);
      standings(in, standings);
      return new SortedFile(file, number, size, read, marks, standings);
    }
  }

  private static List<Mark> marks(FileChannel in, long at) throws IOException {
    return Marks.unpack(Frames.read(in, at).octets());
  }

  private static Map<Vantage, Standing> standings(FileChannel in, long at) throws IOException {
    return Marks.unpackAll(Frames.read(in, at).octets());
  }

  List<Mark> readMarks() throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return marks(in, marks);
    }
  }

  Map<Vantage, Standing> readStandings() throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return standings(in, standings);
    }
  }

  Cursor cursor() throws IOException {
    return new FileCursor(this);
  }
}
