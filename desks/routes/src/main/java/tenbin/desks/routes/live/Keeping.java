package tenbin.desks.routes.live;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.origins.ExportRules;
import tenbin.desks.routes.origins.OriginExport;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;

/** What is written every hour and at the end, and read at the start. One thread at a time. */
final class Keeping {
  private final Optional<Shelf> shelf;
  private final Optional<OriginExport> export;
  private final Optional<RouteTable> before;
  private final Map<String, Collection<String>> files;
  private final Consumer<String> words;

  /** When it is written. */
  enum Why {
    HOUR,
    END
  }

  Keeping(KeptPlaces places, Consumer<String> words) throws IOException {
    this.words = words;
    this.shelf =
        places.state().isPresent()
            ? Optional.of(new Shelf(places.state().get(), words))
            : Optional.empty();
    this.export =
        places.tables().isPresent()
            ? Optional.of(new OriginExport(places.tables().get(), ExportRules.USUAL))
            : Optional.empty();
    this.before =
        shelf.isPresent()
            ? shelf.get().table(Limits.usual(new SecureRandom().nextLong()))
            : Optional.empty();
    this.files = shelf.isPresent() ? shelf.get().files() : Map.of();
  }

  /** The table as it was; empty where the watch begins anew. */
  Optional<RouteTable> table() {
    return before;
  }

  boolean isResumed() {
    return before.isPresent();
  }

  /** Which files each feed had read. */
  Map<String, Collection<String>> files() {
    return files;
  }

  void keep(RouteTable table, Map<String, Set<String>> done, Instant now, Why why) {
    try {
      if (shelf.isPresent()) {
        shelf.get().write(table, done);
      }
      if (export.isPresent() && why == Why.HOUR) {
        export.get().write(table, now);
      }
    } catch (IOException failed) {
      words.accept("the state of the watch is not written: " + failed.getMessage());
    }
  }
}
