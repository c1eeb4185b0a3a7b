package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The watch's one thread: takes one turn after the other, and looks at the clock in between. */
final class TurnTaker {
  private static final int TURNS_AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Turns turns;
  private final Runnable pulse;
  private final Consumer<String> words;
  private final Thread thread;

  /** Begins. */
  TurnTaker(Turns turns, Runnable pulse, Consumer<String> words) {
    this.turns = turns;
    this.pulse = pulse;
    this.words = words;
    this.thread = Thread.ofPlatform().name("routes-watch").daemon(true).start(this::run);
  }

  private void run() {
    try {
      while (turns.isOpen()) {
        @Nullable Runnable turn = turns.next();
        for (int i = 0; turn != null; i++) {
          perform(turn);
          turn = i < TURNS_AT_ONCE ? turns.left() : null;
        }
        perform(pulse);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One turn that fails is one word that is lost, and said; the watch goes on. */
  private void perform(Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException failed) {
      words.accept("the watch could not do something: " + failed);
    }
  }

  /** Behind the end of the turns: waits for the thread, and does what is left in its stead. */
  void finish() throws InterruptedException {
    thread.join(PATIENCE.toMillis());
    for (@Nullable Runnable left = turns.left(); left != null; left = turns.left()) {
      perform(left);
    }
  }
}
