package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/** Goes through a sorted file; holds one block of it. It begins with {@link #seek}. */
final class FileCursor implements Cursor {
  private final FileHead head;
  private final FileChannel in;
  private int block = -1;
  private List<Change> rows = List.of();
  private int at;

  FileCursor(SortedFile file) throws IOException {
    this.head = file.head();
    this.in = FileChannel.open(file.file(), StandardOpenOption.READ);
  }

  private void load(int number) throws IOException {
    block = number;
    at = 0;
    rows =
        number < head.blocks().size()
            ? Block.unpack(Frames.read(in, head.blocks().get(number).at()).octets())
            : List.of();
  }

  @Override
  public @Nullable Change now() {
    return at < rows.size() ? rows.get(at) : null;
  }

  @Override
  public void next() throws IOException {
    at++;
    if (at >= rows.size() && block < head.blocks().size()) {
      load(block + 1);
    }
  }

  @Override
  public void seek(Prefix prefix) throws IOException {
    int first = head.blockOf(prefix);
    if (first > block) {
      load(first);
    }
    Change now = now();
    while (now != null && now.prefix().compareTo(prefix) < 0) {
      next();
      now = now();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
