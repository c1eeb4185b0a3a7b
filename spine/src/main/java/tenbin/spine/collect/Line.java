package tenbin.spine.collect;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.StorageFailure;
import tenbin.spine.storage.row.RowEncoder;

/**
 * The two ends of the way to the database: one chunk is filled while the one before it is written.
 * Never more than two exist, so memory does not grow with what waits. Ends with the first failure;
 * a new one then begins from what is committed. For the reading thread.
 */
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final ChunkWriter writer;
  private final Way.FindingSink findings;
  private final BooleanSupplier closing;
  private final RowEncoder encoder;
  private final FoldMemory memory;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("chunk-writer").factory());
  private CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);
  private Chunk spare = new Chunk();
  private Chunk inHand = new Chunk();
  private long nextPosition;

  /**
   * A line that begins from what is committed.
   *
   * @param closing whether to stop at the end of the chunk in hand
   */
  Line(
      Database database,
      OneWriter only,
      InstantSource clock,
      Way.FindingSink findings,
      long foldBytes,
      BooleanSupplier closing) {
    only.renew();
    this.closing = closing;
    this.writer = new ChunkWriter(only, clock);
    this.findings = findings;
    this.encoder = database.transact(RowEncoder::new);
    this.memory = new FoldMemory(database, this::await, foldBytes);
    this.nextPosition =
        database.transact(connection -> {
          try (Statement query = connection.createStatement();
              ResultSet row = query.executeQuery("select next_position from hub_order")) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  RowEncoder encoder() {
    return encoder;
  }

  FoldMemory memory() {
    return memory;
  }

  /** The position behind everything that was handed on. */
  long nextPosition() {
    return nextPosition;
  }

  /** An empty chunk for a report. */
  Chunk chunk(WaitingReport report) {
    inHand.begin(report, nextPosition);
    return inHand;
  }

  /** Has a chunk written as soon as the one before it is; returns the next to fill. */
  Chunk handOn(Chunk full, WaitingReport rest) {
    await();
    nextPosition = full.nextPosition();
    full.fresh = java.util.List.of(encoder.takeFresh());
    underway = CompletableFuture.runAsync(() -> write(full), writing);
    inHand = spare;
    spare = full;
    memory.trim();
    if (closing.getAsBoolean() && full.state == ReportStatus.State.READING) {
      throw new StorageFailure(StorageFailure.Actor.RETRY, "the hub closes; read on later");
    }
    return chunk(rest);
  }

  private void write(Chunk chunk) {
    writer.write(chunk);
    if (!chunk.findings.isEmpty()) {
      tell(chunk);
    }
  }

  /** A fault of whoever takes findings must not stop reports; a failing database does. */
  private void tell(Chunk chunk) {
    try {
      findings.found(chunk.findings);
    } catch (StorageFailure storage) {
      throw storage;
    } catch (RuntimeException bug) {
      LOG.error("{} findings were not taken", chunk.findings.size(), bug);
    }
  }

  /** Returns when everything handed on is committed. */
  void await() {
    try {
      underway.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof StorageFailure storage) {
        throw storage;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    writing.shutdown();
    try {
      if (!writing.awaitTermination(1, TimeUnit.MINUTES)) {
        writing.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
