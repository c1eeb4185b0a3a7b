package tenbin.wire.csv;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Fault;
import tenbin.wire.text.RowFaults;

/** The kinds of a table's rows, one instance for each distinct one. Not for several threads. */
final class RowKinds {
  /** Families and identifiers are words; what is longer is something else, and kept. */
  private static final int MOST_LENGTH = 200;

  /** Distinct kinds that are shared; real files hold hundreds. */
  private static final int MOST_SHARED = 10_000;

  private final Kind usual;
  private final KeptColumns kept;
  private final CsvRows cells;
  private final RowFaults faults;
  private final int[] rsit;
  private final int[] identifier;
  private final int[] family;
  private final Map<Kind, Kind> shared = new HashMap<>();
  private final SliceCache<Kind> byFamily;

  RowKinds(Kind usual, Places places, KeptColumns kept, CsvRows cells, RowFaults faults) {
    this.usual = usual;
    this.kept = kept;
    this.cells = cells;
    this.faults = faults;
    this.rsit = places.of(Role.CLASS);
    this.identifier = places.of(Role.IDENTIFIER);
    this.family = places.of(Role.FAMILY);
    this.byFamily = new SliceCache<>(this::ofFamily);
  }

  private Kind ofFamily(String text) {
    return text.isEmpty()
        ? usual
        : share(new Kind(usual.rsit(), usual.identifier(), text.toLowerCase(Locale.ROOT)));
  }

  Kind read() throws IOException {
    int at = kept.firstTold(family);
    if (at >= 0 && cells.to(at) - cells.from(at) > MOST_LENGTH) {
      kept.keep(at);
      at = -1;
    }
    Kind kind = at < 0 ? usual : byFamily.get(cells.bytes(), cells.from(at), cells.to(at));
    return rsit.length + identifier.length == 0 ? kind : withClass(kind);
  }

  private Kind withClass(Kind kind) throws IOException {
    int word = kept.firstTold(identifier);
    Rsit read = readClass(kind.rsit());
    return share(new Kind(read, word < 0 ? kind.identifier() : cells.text(word), kind.family()));
  }

  private Rsit readClass(Rsit otherwise) throws IOException {
    int at = kept.firstTold(rsit);
    if (at < 0) {
      return otherwise;
    }
    Optional<Rsit> read = Rsit.tryOfType(cells.text(at));
    if (read.isEmpty()) {
      faults.report(Fault.UNKNOWN_KIND, "class", cells.bytes(), cells.from(at), cells.to(at));
      kept.keep(at);
    }
    return read.orElse(otherwise);
  }

  private Kind share(Kind kind) {
    Kind known = shared.get(kind);
    if (known != null) {
      return known;
    }
    if (shared.size() < MOST_SHARED) {
      shared.put(kind, kind);
    }
    return kind;
  }
}
