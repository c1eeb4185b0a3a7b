package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;

/**
 * Routes as they were, in a folder: kept by one hub, asked by any thread.
 *
 * <p>Three threads of its own: one writes what comes to a log, one sorts what is closed, one rolls
 * bases forward and drops what is too old. The watch hands over and goes on.
 */
public final class PastRoutes implements Past, AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final Duration REVIEW = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Consumer<String> words;
  private final FileChannel lock;
  private final Keeper keeper;
  private final Waiting waiting;
  private final Scribe scribe;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final Thread writer;
  private final AtomicBoolean isOpen = new AtomicBoolean(true);

  private PastRoutes(
      PastSettings settings, Clock clock, Predicate<Vantage> goesOn, Consumer<String> words)
      throws IOException {
    this.words = words;
    this.clock = clock;
    Folder folder = new Folder(settings.folder(), words);
    this.lock = folder.lock();
    try {
      Beginning beginning = new Beginning(folder, Hearings.micros(clock.instant()), words);
      Times times = beginning.times(goesOn);
      this.keeper = new Keeper(settings, folder, beginning.shown(), words);
      this.waiting = new Waiting(settings.pace().waiting());
      this.scribe = new Scribe(keeper, folder, settings.pace(), times, waiting, clock, words);
      scribe.write(new Waiting.Batch(beginning.losses(times, goesOn), beginning.gaps()));
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      lock.close();
      throw new IOException("stopped while it began", stopped);
    }
    this.writer = start("past-writer", this::write);
    threads.add(start("past-sorter", this::sort));
    threads.add(start("past-keeper", this::review));
  }

  /**
   * Goes on with what is there.
   *
   * @param goesOn vantage points that a stop does not make silent: files wait
   * @param words what people should know, a line each
   * @throws IOException when the folder cannot be written, or another process does
   */
  public static PastRoutes open(
      PastSettings settings, Clock clock, Predicate<Vantage> goesOn, Consumer<String> words)
      throws IOException {
    return new PastRoutes(settings, clock, goesOn, words);
  }

  /** What is in a folder now, whoever writes there; nothing is changed. */
  public static Past read(Path folder, Consumer<String> words) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    Shown shown = new Beginning(new Folder(folder, words), words).shown();
    return question -> new Asking(question, shown, List.of()).answer();
  }

  /** Whether a folder holds past routes. */
  public static boolean isThere(Path folder) throws IOException {
    Folder in = new Folder(folder, word -> {});
    for (Names each : Names.values()) {
      if (!in.numbers(each).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Hands on all that is told to another, and keeps it. */
  public RouteSink before(RouteSink inner) {
    return new Recorder(inner, waiting);
  }

  private interface Job {
    void run() throws IOException, InterruptedException;
  }

  private Thread start(String name, Job job) {
    return Thread.ofPlatform().name(name).daemon(true).start(() -> repeat(job));
  }

  private void repeat(Job job) {
    try {
      while (isOpen.get()) {
        attempt(job);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One turn that fails is said, and the next one tries again. */
  private void attempt(Job job) throws InterruptedException {
    try {
      job.run();
    } catch (IOException | RuntimeException failed) {
      words.accept("past routes: " + failed);
      Thread.sleep(REVIEW);
    }
  }

  private void write() throws InterruptedException {
    scribe.write(waiting.take(PAUSE_MILLIS));
  }

  private void sort() throws IOException, InterruptedException {
    keeper.sort(keeper.awaitFrozen(), scribe.now());
  }

  private void review() throws IOException, InterruptedException {
    keeper.review(Hearings.micros(clock.instant()));
    keeper.awaitPart(REVIEW);
  }

  @Override
  public PastAnswer ask(PastQuestion question) throws IOException {
    NoSuchFileException gone = new NoSuchFileException("");
    for (int i = 0; i < 3; i++) {
      try {
        return new Asking(question, keeper.shown(), waiting.gaps()).answer();
      } catch (NoSuchFileException meanwhile) {
        gone = meanwhile;
      }
    }
    throw gone;
  }

  /** How many words were left out since the start. */
  public long left() {
    return waiting.left();
  }

  /** How many words wait to be written. */
  public int waiting() {
    return waiting.size();
  }

  /** Octets of all files that are closed. */
  public long octets() {
    return keeper.shown().octets();
  }

  /** Waits until all that came is written and sorted as far as it is closed. */
  public boolean awaitQuiet(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!waiting.isTaken() || !keeper.shown().frozen().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(2);
    }
    return true;
  }

  /** Waits until a new base is made where one is due. */
  public boolean awaitRolled(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (keeper.isRollDue(Hearings.micros(clock.instant()))) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(2);
    }
    return true;
  }

  /** Octets of sorted parts for each change in them; 0 where there is none. */
  public double octetsPerChange() {
    List<SortedFile> parts = keeper.shown().parts();
    long rows = parts.stream().mapToLong(each -> each.head().rows()).sum();
    return (double) parts.stream().mapToLong(SortedFile::octets).sum() / Math.max(1, rows);
  }

  /** Octets of the newest base for each route in it; 0 where there is none. */
  public double octetsPerRouteOfBase() {
    List<SortedFile> bases = keeper.shown().bases();
    return bases.isEmpty()
        ? 0
        : bases.getLast().octets() / (double) Math.max(1, bases.getLast().head().rows());
  }

  @Override
  public void close() throws IOException {
    waiting.end();
    try {
      awaitQuiet(PATIENCE);
      isOpen.set(false);
      writer.join(PATIENCE);
      for (Thread each : threads) {
        each.interrupt();
        each.join(PATIENCE);
      }
      scribe.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }
}
