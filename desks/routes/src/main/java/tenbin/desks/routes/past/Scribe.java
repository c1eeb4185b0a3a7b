package tenbin.desks.routes.past;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what comes to the log and shows it to questions; closes a part when it is time. One
 * thread.
 */
final class Scribe implements AutoCloseable {
  /** What a loss of power may take. */
  private static final long FORCE = 5_000_000;

  private static final long PAUSE_MILLIS = 200;
  private static final int MOST_OWED = 1 << 14;

  private final Keeper keeper;
  private final Folder folder;
  private final PastSettings.Pace pace;
  private final Times times;
  private final Waiting waiting;
  private final Clock clock;
  private final Consumer<String> words;
  private Fresh open;
  private LogFile log;
  private long opened;
  private long forced;
  private boolean failing;

  /** Marks that the log has not taken yet. */
  private final List<Mark> owed = new ArrayList<>();

  Scribe(
      Keeper keeper,
      Folder folder,
      PastSettings.Pace pace,
      Times times,
      Waiting waiting,
      Clock clock,
      Consumer<String> words)
      throws IOException {
    this.keeper = keeper;
    this.folder = folder;
    this.pace = pace;
    this.times = times;
    this.waiting = waiting;
    this.clock = clock;
    this.words = words;
    this.open = keeper.shown().open();
    this.log = new LogFile(folder.file(Names.LOG, open.number()));
    this.opened = now();
  }

  long now() {
    return Hearings.micros(clock.instant());
  }

  /** Takes what there is. */
  void write(Waiting.Batch batch) throws InterruptedException {
    List<Change> changes = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Consumer<Word> keep =
        each -> {
          switch (each) {
            case Change change -> changes.add(change);
            case Mark mark -> marks.add(mark);
          }
        };
    long now = now();
    for (Word each : batch.words()) {
      times.of(each, now, keep);
    }
    gaps(batch.gaps());
    marks(marks);
    if (keeper.isFull()) {
      waiting.lost(changes);
    } else {
      changes(changes);
    }
    forceAndClose(now);
    if (failing || keeper.isFull()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Gaps wait where they are until they can be written. */
  private void gaps(List<Mark> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    if (keeper.isFull() || !attempt(List.of(), () -> log.marks(gaps))) {
      waiting.back(gaps);
      return;
    }
    for (Mark each : gaps) {
      open.add(each);
      times.gap(each);
      words.accept(said(each));
    }
  }

  private static String said(Mark gap) {
    return "past routes: "
        + gap.words()
        + " words of AS"
        + gap.from().asn()
        + " by "
        + gap.from().feed()
        + " are missing, "
        + Hearings.instant(gap.micros())
        + " to "
        + Hearings.instant(gap.until());
  }

  /** Questions see them at once; the log until it takes them. */
  private void marks(List<Mark> some) {
    some.forEach(open::add);
    owed.addAll(some);
    if (!owed.isEmpty() && attempt(List.of(), () -> log.marks(owed))) {
      owed.clear();
    }
    if (owed.size() > MOST_OWED) {
      owed.subList(0, owed.size() - MOST_OWED).clear();
    }
  }

  private void changes(List<Change> changes) throws InterruptedException {
    int at = 0;
    while (at < changes.size()) {
      Block.Packer packer = new Block.Packer();
      int from = at;
      while (at < changes.size() && !packer.isFull()) {
        packer.add(changes.get(at++));
      }
      List<Change> some = changes.subList(from, at);
      attempt(
          some,
          () -> {
            log.changes(packer.done());
            some.forEach(open::add);
          });
      if (open.size() >= pace.changes()) {
        close(now());
      }
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private boolean attempt(List<Change> some, Writing writing) {
    try {
      writing.run();
      failing = false;
      return true;
    } catch (IOException broken) {
      waiting.lost(some);
      fail("past routes are not written: " + broken.getMessage());
      return false;
    }
  }

  /** Said once until it is well again. */
  private void fail(String word) {
    if (!failing) {
      words.accept(word);
    }
    failing = true;
  }

  private void forceAndClose(long now) throws InterruptedException {
    boolean back = now < opened; // The clock went back: this part has times of both.
    boolean due = back || now - opened >= Keeper.micros(pace.part());
    if (due || open.marks().size() > Marks.MOST / 2) {
      close(now);
    } else if (now - forced >= FORCE || now < forced) {
      forced = now;
      attempt(List.of(), log::force);
    }
  }

  private void close(long now) throws InterruptedException {
    opened = now;
    if (open.isEmpty()) {
      return;
    }
    try {
      Fresh next = new Fresh(open.number() + 1);
      LogFile nextLog = new LogFile(folder.file(Names.LOG, next.number()));
      LogFile done = log;
      keeper.close(open, times.standings(), next);
      open = next;
      owed.clear(); // The part has them.
      log = nextLog;
      done.close();
    } catch (IOException failed) {
      fail("past routes: no new part: " + failed.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    log.force();
    log.close();
  }
}
