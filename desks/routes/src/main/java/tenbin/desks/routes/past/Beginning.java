package tenbin.desks.routes.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.Vantage;

/**
 * What is found in a folder at a start: logs that were left are sorted, what is torn at their ends
 * is cut and told, and whoever has to tell again counts as lost since its last word.
 */
final class Beginning {
  private final Folder folder;
  private final Consumer<String> words;
  private final List<SortedFile> bases;
  private final List<SortedFile> parts;
  private final List<Fresh> left = new ArrayList<>();
  private final List<Mark> gaps = new ArrayList<>();
  private Map<Vantage, Standing> standings = new HashMap<>();
  private long next;

  /** To go on writing. */
  Beginning(Folder folder, long now, Consumer<String> words) throws IOException {
    this(folder, words);
    folder.clean();
    for (Fresh each : left) {
      if (!each.isEmpty()) {
        parts.add(Keeper.part(folder, each, standings, new SortedWriter.Span(now, Long.MIN_VALUE)));
      }
      Files.deleteIfExists(folder.file(Names.LOG, each.number()));
    }
    left.clear();
    next = 1 + folder.last();
    holes(now);
  }

  /** To ask alone. */
  Beginning(Folder folder, Consumer<String> words) throws IOException {
    this.folder = folder;
    this.words = words;
    this.bases = folder.sorted(Names.BASE);
    this.parts = folder.sorted(Names.PART);
    next = 1 + folder.last();
    standings();
    for (long number : folder.numbers(Names.LOG)) {
      next = Math.max(next, number + 1);
      boolean isSorted = parts.stream().anyMatch(each -> each.number() == number);
      if (!isSorted) {
        left.add(recovered(number));
      }
    }
  }

  private static long last(List<SortedFile> files) {
    return files.isEmpty() ? -1 : files.getLast().number();
  }

  private void standings() throws IOException {
    boolean isPart = last(parts) >= last(bases);
    List<SortedFile> files = isPart ? parts : bases;
    if (!files.isEmpty()) {
      standings = new HashMap<>(files.getLast().readStandings());
    }
  }

  private Fresh recovered(long number) throws IOException {
    Path file = folder.file(Names.LOG, number);
    Fresh fresh = new Fresh(number);
    long torn = LogFile.recover(file, fresh);
    if (torn > 0) {
      words.accept("past routes: " + torn + " octets at the end of a log were not whole");
    }
    Times times = new Times(standings);
    fresh.marks().forEach(times::again);
    fresh.changes().forEach(times::again);
    standings = times.standings();
    return fresh;
  }

  /** Parts that are missing or damaged are gaps of everybody. */
  private void holes(long now) {
    boolean cut = shown().first().isPresent();
    long before = cut ? bases.getFirst().number() : -1;
    long since = cut ? bases.getFirst().head().newest() : Long.MAX_VALUE;
    for (SortedFile each : parts) {
      if (each.number() > before + 1) {
        long oldest = Math.min(each.head().oldest(), now);
        gap(Math.min(since, oldest), oldest);
      }
      before = each.number();
      since = each.head().newest();
    }
    if (last(bases) > before) {
      before = last(bases);
      since = bases.getLast().head().newest();
    }
    if (next > before + 1) {
      gap(Math.min(since, now), now);
    }
  }

  private void gap(long from, long until) {
    for (Vantage each : standings.keySet()) {
      gaps.add(new Mark(Mark.What.GAP, each, from, until, 0));
    }
  }

  Shown shown() {
    return new Shown(bases, parts, left, new Fresh(next));
  }

  Times times(Predicate<Vantage> goesOn) {
    Times times = new Times(standings);
    standings.keySet().stream().filter(goesOn).forEach(times::mayRepeat);
    return times;
  }

  /** Those who have to tell again. */
  List<Word> losses(Times times, Predicate<Vantage> goesOn) {
    List<Word> all = new ArrayList<>();
    times
        .standings()
        .forEach((from, standing) -> {
          if (!goesOn.test(from) && standing.heard() != Standing.NEVER) {
            all.add(Mark.at(Mark.What.LOST, from, standing.last()));
          }
        });
    return all;
  }

  List<Mark> gaps() {
    return gaps;
  }
}
