package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is done again and again. */
class PulseTest {
  @Test
  void one_time_that_fails_is_told_and_the_next_one_comes() throws InterruptedException {
    BlockingQueue<Thread> beats = new LinkedBlockingQueue<>();
    BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    AtomicBoolean open = new AtomicBoolean(true);
    Pulse.start(
        "a pulse",
        Duration.ofMillis(1),
        open::get,
        () -> {
          Thread own = Thread.currentThread();
          own.setUncaughtExceptionHandler((thread, why) -> failures.add(why));
          beats.add(own);
          throw new IllegalStateException("a bug");
        });
    Thread own = beats.poll(10, TimeUnit.SECONDS);
    assertThat(own.getName()).isEqualTo("a pulse");
    assertThat(beats.poll(10, TimeUnit.SECONDS)).as("once more").isSameAs(own);
    assertThat(failures.poll(10, TimeUnit.SECONDS)).hasMessage("a bug");
    open.set(false);
    own.join(10_000);
    assertThat(own.isAlive()).isFalse();
  }
}
