package tenbin.spine.collect.rounds;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Source;
import tenbin.spine.health.HealthBook;
import tenbin.spine.health.Waiting;

/**
 * Runs every source on its own virtual thread, poll after poll, until closed. A poll that fails is
 * noted and tried again after the source's pause.
 */
public final class Sources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

  private final List<Source> sources;
  private final Intake intake;
  private final HealthBook health;
  private final Waiting waiting;

  /** The last failure of each that is away: the same one again is not logged again. */
  private final Map<String, String> told = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Sources(List<Source> sources, Intake intake, HealthBook health, Waiting waiting) {
    this.sources = List.copyOf(sources);
    this.intake = intake;
    this.health = health;
    this.waiting = waiting;
  }

  public void start() {
    sources.forEach(source -> threads.execute(() -> run(source)));
  }

  private void run(Source source) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        poll(source);
        waiting.await(source.pause());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One poll is the unit of work: whatever it throws ends this poll and no other. */
  private void poll(Source source) {
    try {
      source.poll(intake);
      health.succeeded(source.name());
      told.remove(source.name());
    } catch (IOException away) {
      String words = String.valueOf(away.getMessage());
      if (!words.equals(told.put(source.name(), words))) {
        LOG.warn("{} failed and is tried again: {}", source.name(), words);
      }
      LOG.debug("{} failed", source.name(), away);
      health.failed(source.name(), words);
    } catch (RuntimeException failed) {
      LOG.warn("source {} failed; it is tried again", source.name(), failed);
      health.failed(source.name(), failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }
  }

  /** Stops all; a poll under way is interrupted, and what it had not acknowledged stays there. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
