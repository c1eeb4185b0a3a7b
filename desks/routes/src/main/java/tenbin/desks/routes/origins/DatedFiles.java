package tenbin.desks.routes.origins;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The desk's own files of a folder, each with its time in its name: whole tables, and what changed
 * since the file before. Whatever else lies there is not touched.
 */
final class DatedFiles {
  /** What a file holds. */
  enum Kind {
    WHOLE(".gz"),
    CHANGES("-changes.gz");

    final String behind;

    Kind(String behind) {
      this.behind = behind;
    }
  }

  /** One of them. */
  record Dated(Instant at, Kind kind) implements Comparable<Dated> {
    @Override
    public int compareTo(Dated other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : kind.compareTo(other.kind);
    }
  }

  private static final String BEFORE = "routes-pfx2as-";
  private static final int TIME_LETTERS = "20260324T150000Z".length();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  DatedFiles(Path folder) {
    this.folder = folder;
  }

  Path file(Dated dated) {
    return folder.resolve(BEFORE + TIME.format(dated.at) + dated.kind.behind);
  }

  /** Where things are written until they are whole: readers pass over names with a dot before. */
  Path beside() {
    return folder.resolve("." + BEFORE + "new");
  }

  /** The last table as a whole, to see what changed; nobody else reads it. */
  Path last() {
    return folder.resolve("." + BEFORE + "last");
  }

  /** All files, the latest last. */
  List<Dated> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> dated(String.valueOf(each.getFileName())))
          .flatMap(Optional::stream)
          .sorted()
          .toList();
    }
  }

  private static Optional<Dated> dated(String name) {
    int end = BEFORE.length() + TIME_LETTERS;
    if (!name.startsWith(BEFORE) || name.length() < end) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (name.substring(end).equals(kind.behind)) {
        return time(name.substring(BEFORE.length(), end)).map(at -> new Dated(at, kind));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(TIME.parse(text, Instant::from));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }

  /** Keeps the two latest whole tables and what changed since the first of them. */
  void dropOld() throws IOException {
    List<Dated> all = all();
    List<Dated> whole = all.stream().filter(each -> each.kind == Kind.WHOLE).toList();
    if (whole.size() < 2) {
      return;
    }
    Dated first = whole.get(whole.size() - 2);
    for (Dated each : all) {
      if (each.compareTo(first) < 0) {
        Files.deleteIfExists(file(each));
      }
    }
  }

  /** Of days before yesterday all changes become one file, as of the last of them. */
  void join(Instant now) throws IOException {
    LocalDate yesterday = day(now.minus(Duration.ofDays(1)));
    Map<LocalDate, List<Dated>> days =
        all().stream()
            .filter(each -> each.kind == Kind.CHANGES && day(each.at).isBefore(yesterday))
            .collect(
                Collectors.groupingBy(each -> day(each.at), TreeMap::new, Collectors.toList()));
    for (List<Dated> day : days.values()) {
      if (day.size() > 1) {
        join(day);
      }
    }
  }

  /** Packed files behind each other are one; of two rows of a prefix the later counts. */
  private void join(List<Dated> day) throws IOException {
    try (OutputStream out = Files.newOutputStream(beside())) {
      for (Dated each : day) {
        Files.copy(file(each), out);
      }
    }
    Path last = file(day.getLast());
    Files.move(beside(), last, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    for (Dated each : day.subList(0, day.size() - 1)) {
      Files.deleteIfExists(file(each));
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
