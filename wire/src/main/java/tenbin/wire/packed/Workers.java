package tenbin.wire.packed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that unpack; with a count of one it is the caller's alone. */
final class Workers implements AutoCloseable {
  /** Who never closes a stream leaves no thread behind. */
  private static final int IDLE_SECONDS = 5;

  private final boolean isAlone;
  private final ThreadPoolExecutor threads;

  Workers(int count) {
    this.isAlone = count == 1;
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("unpack-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Has it done; whoever gives the work bounds how much of it waits. */
  void take(FutureTask<?> task) {
    if (!isAlone) {
      threads.execute(task);
    }
  }

  /** Waits for it. */
  <T> T result(FutureTask<T> task) throws IOException {
    if (isAlone) {
      task.run();
    }
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while unpacking");
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
