package tenbin.desks.routes.origins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.origins.DatedFiles.Dated;
import tenbin.desks.routes.origins.DatedFiles.Kind;
import tenbin.desks.routes.table.RouteTable;

/**
 * Writes the table's origins into a folder of dated files, as attribution reads them (CAIDA's form
 * of prefix-to-origin tables): a whole table now and then, and what changed in between. What a file
 * says is so from its time on. One thread at a time.
 */
public final class OriginExport {
  private final DatedFiles files;
  private final ExportRules rules;

  /**
   * Opens a folder, and goes on from its latest file.
   *
   * @throws IOException where the folder cannot be made
   */
  public OriginExport(Path folder, ExportRules rules) throws IOException {
    Files.createDirectories(folder);
    this.files = new DatedFiles(folder);
    this.rules = rules;
  }

  /** Writes what the table says now; for whoever has no other thread for it. */
  public Optional<Path> write(RouteTable table, Instant now) throws IOException {
    return write(OriginView.of(table, rules.least()), now);
  }

  /**
   * Writes what is so from now on, where it is another than in the latest file and that is old
   * enough, and takes away what is not to be kept.
   *
   * @return the new file, if there is one
   */
  public Optional<Path> write(OriginView view, Instant now) throws IOException {
    Instant at = now.truncatedTo(ChronoUnit.SECONDS);
    List<Dated> all = files.all();
    if (view.size() == 0 || !all.isEmpty() && isTooSoon(all.getLast(), at)) {
      return Optional.empty();
    }
    Optional<Dated> written =
        wantsWhole(all, at) ? Optional.of(whole(view, at)) : changes(view, at);
    if (written.isPresent()) {
      files.dropOld();
      files.join(at);
    }
    return written.map(files::file);
  }

  private boolean isTooSoon(Dated latest, Instant at) {
    return at.isBefore(latest.at().plus(rules.every())) || !latest.at().isBefore(at);
  }

  private boolean wantsWhole(List<Dated> all, Instant at) {
    Optional<Dated> whole =
        all.reversed().stream().filter(each -> each.kind() == Kind.WHOLE).findFirst();
    Instant old = at.minus(Duration.ofDays(rules.days()));
    return whole.isEmpty() || !whole.get().at().isAfter(old) || !Files.exists(files.last());
  }

  private Dated whole(OriginView view, Instant at) throws IOException {
    return told(new Dated(at, Kind.WHOLE), view.rows(), view);
  }

  /** Where this breaks off, nothing tells what was there last, and a whole table comes next. */
  private Dated told(Dated dated, Iterator<OriginRow> rows, OriginView view) throws IOException {
    Files.deleteIfExists(files.last());
    OriginLines.write(rows, files.beside(), files.file(dated));
    OriginLines.write(view.rows(), files.beside(), files.last());
    return dated;
  }

  private Optional<Dated> changes(OriginView view, Instant at) throws IOException {
    List<OriginRow> changes;
    try {
      changes = OriginLines.changes(files.last(), view.rows());
    } catch (IOException broken) {
      return Optional.of(whole(view, at));
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(told(new Dated(at, Kind.CHANGES), changes.iterator(), view));
  }
}
