package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept at a moment; a question works with one of them.
 *
 * @param bases the oldest first
 * @param parts closed and sorted, the oldest first
 * @param frozen closed, not yet sorted
 * @param open what is added to
 */
record Shown(List<SortedFile> bases, List<SortedFile> parts, List<Fresh> frozen, Fresh open) {
  Shown {
    bases = List.copyOf(bases);
    parts = List.copyOf(parts);
    frozen = List.copyOf(frozen);
  }

  /** The newest base in which nothing is newer than a time; or the beginning of all. */
  Optional<SortedFile> baseFor(long micros) {
    return bases.reversed().stream().filter(each -> each.head().newest() <= micros).findFirst();
  }

  /** Whether a time lies before what is kept. */
  boolean isBefore(long micros) {
    return isCut() && bases.getFirst().head().newest() > micros;
  }

  /** Whether there was something before the first base that is gone. */
  private boolean isCut() {
    return !bases.isEmpty()
        && (parts.isEmpty() || parts.getFirst().number() > bases.getFirst().number());
  }

  /** The first time that can be asked; none where all is kept since the beginning. */
  Optional<Long> first() {
    return isCut() ? Optional.of(bases.getFirst().head().newest()) : Optional.empty();
  }

  List<SortedFile> partsBehind(long number) {
    return parts.stream().filter(each -> each.number() > number).toList();
  }

  /** Those of memory, the oldest first. */
  List<Fresh> fresh() {
    List<Fresh> all = new ArrayList<>(frozen);
    all.add(open);
    return all;
  }

  long octets() {
    return bases.stream().mapToLong(SortedFile::octets).sum()
        + parts.stream().mapToLong(SortedFile::octets).sum();
  }

  long lastBase() {
    return bases.isEmpty() ? -1 : bases.getLast().number();
  }

  Shown with(List<Fresh> otherFrozen, Fresh otherOpen) {
    return new Shown(bases, parts, otherFrozen, otherOpen);
  }

  /** With a frozen one sorted. */
  Shown sorted(SortedFile part) {
    List<SortedFile> all = new ArrayList<>(parts);
    all.add(part);
    List<Fresh> left = frozen.stream().filter(each -> each.number() != part.number()).toList();
    return new Shown(bases, all, left, open);
  }

  Shown based(SortedFile base) {
    List<SortedFile> all = new ArrayList<>(bases);
    all.add(base);
    return new Shown(all, parts, frozen, open);
  }

  /** Without the first base, and the parts of before the next one. */
  Shown withoutOldest() {
    List<SortedFile> left = bases.size() > 1 && isCut() ? bases.subList(1, bases.size()) : bases;
    long from = left.isEmpty() ? -1 : left.getFirst().number();
    return new Shown(left, partsBehind(from), frozen, open);
  }
}
