package tenbin.desks.routes.past;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.Vantage;

/**
 * What is there, and who makes sorted parts and bases of what was written. Several threads: one
 * hands in what is closed, one sorts, one rolls.
 */
final class Keeper {
  /**
   * So many closed ones may wait to be sorted: beyond, who writes waits, and then words are left.
   */
  private static final int MOST_FROZEN = 2;

  private final PastSettings settings;
  private final Folder folder;
  private final Consumer<String> words;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Map<Vantage, Standing>> standings = new java.util.HashMap<>();
  private Shown shown;

  /** How often something was sorted, rolled or dropped. */
  private long turns;

  private volatile boolean full;

  Keeper(PastSettings settings, Folder folder, Shown shown, Consumer<String> words) {
    this.settings = settings;
    this.folder = folder;
    this.shown = shown;
    this.words = words;
  }

  Shown shown() {
    lock.lock();
    try {
      return shown;
    } finally {
      lock.unlock();
    }
  }

  private interface Turn {
    Shown of(Shown before);
  }

  private Shown turn(Turn turn) {
    lock.lock();
    try {
      shown = turn.of(shown);
      turns++;
      changed.signalAll();
      return shown;
    } finally {
      lock.unlock();
    }
  }

  /** Whether not even the newest base has room: nothing is kept then. */
  boolean isFull() {
    return full;
  }

  /** Takes what is closed, with how all stood at its end; waits while too many are. */
  void close(Fresh closed, Map<Vantage, Standing> ends, Fresh next) throws InterruptedException {
    lock.lock();
    try {
      while (shown.frozen().size() >= MOST_FROZEN) {
        changed.await();
      }
      standings.put(closed.number(), Map.copyOf(ends));
      List<Fresh> frozen = new ArrayList<>(shown.frozen());
      frozen.add(closed);
      shown = shown.with(frozen, next);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The oldest that is closed; waits for one. */
  Fresh awaitFrozen() throws InterruptedException {
    lock.lock();
    try {
      while (shown.frozen().isEmpty()) {
        changed.await();
      }
      return shown.frozen().getFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something is closed or sorted, or for a while. */
  void awaitPart(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long seen = turns;
      long left = most.toNanos();
      while (turns == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private Map<Vantage, Standing> standings(long number) {
    lock.lock();
    try {
      Map<Vantage, Standing> ends = standings.get(number);
      return ends == null ? Map.of() : ends;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a part of one that is closed; its log goes. */
  void sort(Fresh closed, long now) throws IOException {
    SortedFile part =
        part(
            folder, closed, standings(closed.number()), new SortedWriter.Span(now, Long.MIN_VALUE));
    turn(before -> before.sorted(part));
    lock.lock();
    try {
      standings.remove(closed.number());
    } finally {
      lock.unlock();
    }
    java.nio.file.Files.deleteIfExists(folder.file(Names.LOG, closed.number()));
  }

  static SortedFile part(
      Folder folder, Fresh closed, Map<Vantage, Standing> ends, SortedWriter.Span span)
      throws IOException {
    java.nio.file.Path file = folder.file(Names.PART, closed.number());
    List<Change> rows = new ArrayList<>(closed.changes());
    rows.sort(ListCursor.ORDER);
    try (SortedWriter out = new SortedWriter(file)) {
      for (Change each : rows) {
        out.add(each);
      }
      out.done(ends, closed.marks(), span);
    }
    return SortedFile.open(file, closed.number());
  }

  /** Rolls a base and drops what is too old, where that is due. */
  void review(long now) throws IOException {
    Shown is = shown();
    List<SortedFile> behind = is.partsBehind(is.lastBase());
    if (isDue(is, behind, now)) {
      is = roll(is, behind, now);
    }
    while (isTooOld(is, now) || is.octets() > settings.mostOctets()) {
      if (!canDrop(is)) {
        behind = is.partsBehind(is.lastBase());
        if (behind.isEmpty()) {
          break;
        }
        is = roll(is, behind, now);
      }
      Shown after = drop();
      if (after.octets() == is.octets()) {
        break;
      }
      is = after;
    }
    judge(is);
  }

  /** Whether something stands before a base that all else can be told from. */
  private static boolean canDrop(Shown is) {
    return is.bases().size() >= 2 || is.bases().size() == 1 && is.first().isEmpty();
  }

  private void judge(Shown is) {
    boolean was = full;
    full = is.octets() > settings.mostOctets() && is.bases().size() <= 1;
    if (full && !was) {
      words.accept(
          "past routes: one base alone takes "
              + (is.octets() >> 20)
              + " MB of "
              + (settings.mostOctets() >> 20)
              + "; nothing more is kept until there is more room (past.megabytes)");
    }
  }

  private boolean isDue(Shown is, List<SortedFile> behind, long now) {
    if (behind.isEmpty()) {
      return false;
    }
    long since =
        is.bases().isEmpty()
            ? behind.getFirst().head().closed()
            : is.bases().getLast().head().closed();
    return behind.size() >= settings.pace().parts()
        || now - since >= micros(settings.pace().base());
  }

  boolean isRollDue(long now) {
    Shown is = shown();
    return isDue(is, is.partsBehind(is.lastBase()), now);
  }

  private SortedFile rolled(Shown is, List<SortedFile> behind, long now) throws IOException {
    Optional<SortedFile> base =
        is.bases().isEmpty() ? Optional.empty() : Optional.of(is.bases().getLast());
    return new Rolling(base, behind, words)
        .roll(folder.file(Names.BASE, behind.getLast().number()), now);
  }

  private Shown roll(Shown is, List<SortedFile> behind, long now) throws IOException {
    SortedFile base = rolled(is, behind, now);
    return turn(before -> before.based(base));
  }

  /** All of before the second base is older than what is kept. */
  private boolean isTooOld(Shown is, long now) {
    long least = now - micros(settings.keep());
    List<SortedFile> bases = is.bases();
    int next = is.first().isPresent() ? 1 : 0;
    return bases.size() > next && bases.get(next).head().closed() < least;
  }

  private Shown drop() {
    Shown after = turn(Shown::withoutOldest);
    if (!after.bases().isEmpty()) {
      folder.deleteBefore(after.bases().getFirst().number());
    }
    return after;
  }

  static long micros(Duration length) {
    return length.toNanos() / 1_000;
  }
}
