package tenbin.spine.attribute;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import tenbin.nouns.attribution.Attribution;

/**
 * The answers of a large table's entries, each made when it is first asked for and kept: a table
 * has a million entries and few of them are ever asked, so answers made beforehand would cost a
 * hundred bytes each for nothing. Two threads that ask first at the same time make equal answers;
 * either may stay. An answer that holds at every time is kept as itself, one step nearer than a
 * timeline.
 */
final class MadeAnswers {
  /** Per entry null, an {@link Attribution} or a {@link Timeline}. */
  private final AtomicReferenceArray<Object> made;

  private final IntFunction<Timeline> maker;

  MadeAnswers(int size, IntFunction<Timeline> maker) {
    this.made = new AtomicReferenceArray<>(size);
    this.maker = maker;
  }

  Attribution at(int entry, long nanos) {
    Object answer = made.getAcquire(entry);
    if (answer == null) {
      answer = maker.apply(entry).shortest();
      made.setRelease(entry, answer);
    }
    return answer instanceof Timeline timeline ? timeline.at(nanos) : (Attribution) answer;
  }
}
