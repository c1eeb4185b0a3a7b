package tenbin.proof.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.watch.FileWatch;
import tenbin.desks.routes.watch.Pace;
import tenbin.proof.generator.routes.History;
import tenbin.proof.generator.routes.HistoryFiles;
import tenbin.proof.generator.routes.HistoryIncident;
import tenbin.proof.generator.routes.Size;
import tenbin.proof.generator.routes.Truth;

/** An incident of history as the watch saw it, from its files. */
record Replayed(History history, Caught caught) {
  static Replayed of(HistoryIncident incident, Size size, long seed) throws IOException {
    History history = incident.made(size, seed);
    Path folder = Files.createTempDirectory("tenbin-history");
    try {
      HistoryFiles.write(history, folder);
      return new Replayed(history, watched(folder, seed));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Caught watched(Path folder, long seed) throws IOException {
    FileWatch watch = new FileWatch(word -> {}, seed);
    Caught caught = new Caught(watch::now);
    watch.prefixes(folder.resolve("members.yaml"));
    try (InputStream vrps = Files.newInputStream(folder.resolve("vrps.json"));
        InputStream irr = Files.newInputStream(folder.resolve("irr.txt"));
        InputStream relations = Files.newInputStream(folder.resolve("as-rel.txt"));
        InputStream exchanges = Files.newInputStream(folder.resolve("ixp-lans.txt"))) {
      watch.vrps(vrps);
      watch.irr(List.of(irr));
      watch.relations(relations);
      watch.exchanges(exchanges);
    }
    watch.begin(Pace.USUAL, caught);
    try (InputStream table = Files.newInputStream(folder.resolve("rib.mrt"));
        InputStream updates = Files.newInputStream(folder.resolve("updates.mrt"))) {
      watch.read(table, FileWatch.As.TABLE);
      watch.read(updates, FileWatch.As.UPDATES);
    }
    watch.end();
    return caught;
  }

  /** What happened; each of history is one thing. */
  Truth truth() {
    return history.truths().getFirst();
  }

  /** What was told of one of the accused, with the right kind. */
  List<Incident> found() {
    return told().stream()
        .filter(each -> each.cause().kind() == truth().kind())
        .filter(each -> truth().accused().contains(each.cause().by().number()))
        .toList();
  }

  /** Everything that people were told of. */
  List<Incident> told() {
    Set<java.util.UUID> told = caught.told();
    return caught.incidents().stream().filter(each -> told.contains(each.id())).toList();
  }
}
