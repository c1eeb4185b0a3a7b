package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.function.Consumer;

/** The watch's one thread: takes one turn after the other, and looks at the clock in between. */
final class TurnTaker {
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
        for (Runnable turn : turns.next()) {
          perform(turn);
          perform(pulse);
        }
        perform(pulse);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails is said, and the watch goes on. */
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
    turns.left().forEach(this::perform);
  }
}
