package tenbin.desks.routes.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that does what is due. */
@Timeout(30)
class UpkeepTest {
  private final Clock clock = Clock.systemUTC();
  private final BlockingQueue<Thread> turns = new LinkedBlockingQueue<>();
  private Instant wake = clock.instant();
  private Runnable each = () -> wake = clock.instant().plusSeconds(3_600);

  private final Upkeep upkeep =
      new Upkeep(
          new Upkeep.Work() {
            @Override
            public void turn() {
              turns.add(Thread.currentThread());
              each.run();
            }

            @Override
            public Instant wake() {
              return wake;
            }
          },
          clock);

  private Thread turn() throws InterruptedException {
    return turns.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void it_sleeps_until_something_is_due_and_wakes_when_that_is_sooner() throws Exception {
    upkeep.start("upkeep of a test");
    Thread own = turn();
    assertThat(own.getName()).isEqualTo("upkeep of a test");
    assertThat(own.isVirtual()).as("names are looked up by it").isFalse();
    upkeep.told(() -> wake = wake.plusSeconds(1));
    assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).as("later: no turn").isNull();
    upkeep.told(() -> wake = clock.instant());
    assertThat(turn()).as("sooner: a turn").isNotNull();
    upkeep.close();
    own.join(10_000);
    assertThat(own.isAlive()).isFalse();
  }

  @Test
  void a_turn_that_fails_is_told_and_the_next_one_comes() throws Exception {
    BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    each =
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, why) -> failures.add(why));
          if (turns.size() < 2) {
            throw new IllegalStateException("a bug");
          }
          wake = clock.instant().plusSeconds(3_600);
        };
    try (upkeep) {
      upkeep.start("upkeep of a test");
      assertThat(failures.poll(20, TimeUnit.SECONDS)).hasMessage("a bug");
      while (turns.size() < 2) {
        Thread.sleep(5);
      }
    }
  }

  @Test
  void what_takes_long_holds_up_nobody() throws Exception {
    CountDownLatch dialling = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    each =
        () -> {
          wake = clock.instant().plusSeconds(3_600);
          boolean seen =
              upkeep.apart(() -> {
                dialling.countDown();
                try {
                  return asked.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                  return false;
                }
              });
          assertThat(seen).isTrue();
        };
    try (upkeep) {
      upkeep.start("upkeep of a test");
      assertThat(dialling.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(upkeep.held(() -> "how it stands")).isEqualTo("how it stands");
      asked.countDown();
    }
  }
}
