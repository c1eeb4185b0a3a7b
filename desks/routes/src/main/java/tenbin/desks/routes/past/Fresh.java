package tenbin.desks.routes.past;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What came since the last part was closed, in memory beside its log. One thread adds; any reads
 * what was there when it asked.
 *
 * @see LogFile
 */
final class Fresh {
  private final long number;
  private final CopyOnWriteArrayList<Mark> marks = new CopyOnWriteArrayList<>();
  private Change[] all = new Change[1 << 10];
  private volatile int size;

  Fresh(long number) {
    this.number = number;
  }

  long number() {
    return number;
  }

  void add(Change change) {
    int at = size;
    if (at == all.length) {
      all = Arrays.copyOf(all, 2 * at);
    }
    all[at] = change;
    size = at + 1; // Whoever sees the new size sees what is behind it.
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  int size() {
    return size;
  }

  List<Change> changes() {
    int seen = size;
    return Arrays.asList(all).subList(0, seen);
  }

  List<Mark> marks() {
    return marks;
  }

  boolean isEmpty() {
    return size == 0 && marks.isEmpty();
  }
}
