package tenbin.desks.routes.feed;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * Reads in a thread of its own and hands the words on in the caller's, in the same order: unpacking
 * and decoding take a processor of their own. At most 16,000 words are ahead.
 */
public final class ReadAhead {
  private static final int BATCHES = 16;
  private static final long LOOK_MILLIS = 100;

  private final BlockingQueue<WordBatch> full = new ArrayBlockingQueue<>(BATCHES);
  private final Writer writer = new Writer();
  private volatile boolean over;
  private volatile boolean stopped;
  private volatile @Nullable Throwable failure;

  /** What is read; it tells its words to {@link #sink}. */
  public interface Reading {
    /** Reads to the end. */
    void read() throws IOException;
  }

  /** Where the reading tells its words; in its own thread only. */
  public RouteSink sink() {
    return writer;
  }

  /**
   * Reads, and hands everything on in this thread.
   *
   * @throws IOException what the reading threw, behind all its words before
   */
  public void run(Reading reading, RouteSink to, Foresight foresight) throws IOException {
    over = false;
    stopped = false;
    failure = null;
    Thread reader =
        Thread.ofPlatform().name("routes-read").daemon(true).unstarted(() -> all(reading));
    reader.start();
    try {
      hand(to, foresight);
      reader.join();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("stopped while reading routes");
    } finally {
      stopped = true;
      full.clear();
    }
    rethrow();
  }

  private void all(Reading reading) {
    try {
      reading.read();
    } catch (IOException | RuntimeException | Error failed) {
      failure = failed;
    }
    writer.flush();
    over = true;
  }

  private void hand(RouteSink to, Foresight foresight) throws InterruptedException {
    for (boolean last = false; !last; ) {
      last = over;
      @Nullable WordBatch batch = full.poll(last ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (batch != null) {
        batch.tell(to, foresight);
        batch = full.poll();
      }
    }
  }

  private void rethrow() throws IOException {
    @Nullable Throwable failed = failure;
    switch (failed) {
      case null -> {
        return;
      }
      case IOException io -> throw io;
      case RuntimeException bug -> throw bug;
      case Error worse -> throw worse;
      default -> throw new IllegalStateException(failed);
    }
  }

  /** Puts words into batches; of the reading thread. */
  private final class Writer implements RouteSink {
    private WordBatch batch = WordBatch.large();

    private void flushIfFull() {
      if (batch.isFull()) {
        flush();
      }
    }

    void flush() {
      try {
        boolean taken = batch.isEmpty();
        while (!taken && !stopped) {
          taken = full.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
      batch = WordBatch.large();
    }

    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      batch.announced(micros, from, prefix, attributes);
      flushIfFull();
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      batch.withdrawn(micros, from, prefix);
      flushIfFull();
    }

    @Override
    public void lost(long micros, Vantage from) {
      batch.lost(micros, from);
      flushIfFull();
    }

    @Override
    public void complete(long micros, Vantage from) {
      batch.complete(micros, from);
      flushIfFull();
    }
  }
}
