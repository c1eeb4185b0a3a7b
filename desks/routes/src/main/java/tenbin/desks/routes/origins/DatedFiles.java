package tenbin.desks.routes.origins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The desk's own files of a folder, each with its time in its name; whatever else lies there is not
 * touched.
 */
final class DatedFiles {
  private static final String BEFORE = "routes-pfx2as-";
  private static final String BEHIND = ".gz";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  DatedFiles(Path folder) {
    this.folder = folder;
  }

  Path file(Instant at) {
    return folder.resolve(BEFORE + TIME.format(at) + BEHIND);
  }

  /** Where it is written until it is whole: readers pass over names that begin with a dot. */
  Path beside(Instant at) {
    return folder.resolve("." + BEFORE + TIME.format(at) + ".new");
  }

  /** The times of all files, the latest last. */
  List<Instant> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> time(String.valueOf(each.getFileName())))
          .flatMap(Optional::stream)
          .sorted()
          .toList();
    }
  }

  private static Optional<Instant> time(String name) {
    if (!name.startsWith(BEFORE) || !name.endsWith(BEHIND)) {
      return Optional.empty();
    }
    try {
      String time = name.substring(BEFORE.length(), name.length() - BEHIND.length());
      return Optional.of(TIME.parse(time, Instant::from));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }

  /** Takes away what is neither among the latest nor the last of one of the days before them. */
  void thin(ExportRules rules) throws IOException {
    List<Instant> latestFirst = all().reversed();
    int newest = Math.min(rules.newest(), latestFirst.size());
    Set<LocalDate> days = new HashSet<>();
    latestFirst.subList(0, newest).forEach(each -> days.add(day(each)));
    int most = days.size() + rules.days();
    for (Instant each : latestFirst.subList(newest, latestFirst.size())) {
      boolean isLastOfDay = days.size() < most && days.add(day(each));
      if (!isLastOfDay) {
        Files.deleteIfExists(file(each));
      }
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
