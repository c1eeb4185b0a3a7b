package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does something again and again, by a thread of its own, until it is closed. */
final class Repeat implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  Repeat(String name, Duration pause, Runnable what, Consumer<String> words) {
    thread =
        Thread.ofPlatform()
            .name(name)
            .daemon(true)
            .start(() -> {
              try {
                do {
                  once(name, what, words);
                } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /**
   * What fails once may work the next time: a database that is away, a folder that is not there.
   */
  private static void once(String name, Runnable what, Consumer<String> words) {
    try {
      what.run();
    } catch (RuntimeException failed) {
      words.accept(name + " failed: " + failed);
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
