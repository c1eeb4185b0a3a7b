package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * What is in a bzip2 file: its blocks are unpacked by several threads and given in their order. A
 * block that is damaged is told and left out. At most two blocks a thread are held, of up to 46 MB
 * each where all is repeats.
 */
final class Bzip2Stream extends InputStream {
  /** More threads would wait for the one that finds the blocks and reads what is in them. */
  private static final int MOST_WORKERS = 8;

  /** A file with more of them is no file: each costs the memory of a block. */
  private static final int MOST_DAMAGED = 1_000;

  private final InputStream in;
  private final Bzip2Scanner scanner;
  private final Workers workers;
  private final int ahead;
  private final Deque<FutureTask<Bzip2Part>> parts = new ArrayDeque<>();
  private Bzip2Part part = new Bzip2Part(new byte[0], 0, Optional.empty());
  private int at;
  private int damaged;
  private Optional<PackedDamage> end = Optional.empty();

  Bzip2Stream(InputStream in, int workers) {
    int count = Math.clamp(workers, 1, MOST_WORKERS);
    this.in = in;
    this.scanner = new Bzip2Scanner(in);
    this.workers = new Workers(count);
    this.ahead = count == 1 ? 1 : 2 * count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (end.isPresent()) {
      throw end.get();
    }
    while (at == part.length()) {
      damage();
      if (!isNext()) {
        return -1;
      }
    }
    int count = Math.min(length, part.length() - at);
    System.arraycopy(part.bytes(), at, to, from, count);
    at += count;
    return count;
  }

  private void damage() throws PackedDamage {
    Optional<PackedDamage> damage = part.damage();
    if (damage.isPresent()) {
      part = new Bzip2Part(new byte[0], 0, Optional.empty());
      at = 0;
      boolean isLost = damage.get().rest() == PackedDamage.Rest.LOST;
      if (++damaged == MOST_DAMAGED && !isLost) {
        String what = damage.get().what() + "; so is too much before it";
        damage = Optional.of(new PackedDamage(what, PackedDamage.Rest.LOST));
        isLost = true;
      }
      end = isLost ? damage : Optional.empty();
      throw damage.get();
    }
  }

  private boolean isNext() throws IOException {
    fill();
    FutureTask<Bzip2Part> next = parts.poll();
    if (next == null) {
      return false;
    }
    part = workers.result(next);
    at = 0;
    fill();
    return true;
  }

  private void fill() throws IOException {
    while (parts.size() < ahead) {
      Optional<Callable<Bzip2Part>> found = scanner.next();
      if (found.isEmpty()) {
        return;
      }
      FutureTask<Bzip2Part> task = new FutureTask<>(found.get());
      parts.add(task);
      workers.take(task);
    }
  }

  @Override
  public void close() throws IOException {
    parts.forEach(each -> each.cancel(false));
    parts.clear();
    workers.close();
    in.close();
  }
}
