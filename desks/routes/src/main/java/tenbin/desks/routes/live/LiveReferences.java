package tenbin.desks.routes.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.RegistryFiles;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Reserved;
import tenbin.desks.routes.rtr.RpkiChanges;
import tenbin.desks.routes.rtr.RpkiSink;
import tenbin.desks.routes.rtr.RpkiVersion;
import tenbin.wire.Refused;
import tenbin.wire.mrt.Unpacked;

/**
 * What routes are held against, as files, the cache and the book of declarations say now. A file
 * that cannot be read leaves what was read of it before. One thread looks; any thread reads.
 */
final class LiveReferences implements RpkiSink {
  /** Damaged rows that are told one by one, of each reading. */
  private static final int MOST_TOLD = 5;

  /** How a file was when it was read; a size with it, because times are coarse. */
  private record Stamp(FileTime time, long size) {}

  private final ReferencePlaces places;
  private final DeclarationBook book;
  private final Consumer<String> words;
  private final Map<Path, Stamp> read = new HashMap<>();
  private List<DeclarationBook.Given> given = List.of();
  private Declarations members = Declarations.NONE;
  private volatile OptIns optIns = OptIns.NONE;
  private RegistryFiles.Rpki rpki = RegistryFiles.Rpki.EMPTY;
  private volatile RegistryFiles.@Nullable Rpki cache;
  private volatile References now =
      new References(
          Declarations.NONE,
          Relations.EMPTY,
          RegistryFiles.Rpki.EMPTY.vrps(),
          RegistryFiles.Rpki.EMPTY.aspas(),
          IrrTable.EMPTY,
          Reserved.byIana(),
          ExchangeLans.EMPTY);

  LiveReferences(ReferencePlaces places, DeclarationBook book, Consumer<String> words) {
    this.places = places;
    this.book = book;
    this.words = words;
  }

  References now() {
    return now;
  }

  /** Reads again what changed; whether anything did. */
  boolean look() {
    References was = now;
    Declarations before = members;
    members = declarations(before);
    Relations relations =
        places.relations().map(file -> relations(file, was.relations())).orElse(was.relations());
    ExchangeLans lans = places.exchanges().map(file -> lans(file, was.lans())).orElse(was.lans());
    IrrTable irr = irr(was.irr());
    Declarations declarations =
        members != before || irr != was.irr() ? withOutside(irr, was) : was.declarations();
    places.vrps().ifPresent(this::vrps);
    RegistryFiles.@Nullable Rpki told = cache;
    RegistryFiles.Rpki best = told == null ? rpki : told;
    now =
        new References(
            declarations, relations, best.vrps(), best.aspas(), irr, was.reserved(), lans);
    return !now.equals(was);
  }

  /** Who asked in registries to be told counts beside members; the same again where it is. */
  private Declarations withOutside(IrrTable irr, References was) {
    if (places.maintainers().mode() == Listening.Mode.OFF) {
      return members;
    }
    optIns = new OptIns(irr, members, dateOfRegistries(), places.maintainers());
    List<Declaration> all = new ArrayList<>(members.ofMembers());
    all.addAll(optIns.watched());
    return all.equals(List.copyOf(was.declarations().all()))
        ? was.declarations()
        : new Declarations(all);
  }

  private Instant dateOfRegistries() {
    return places.irr().stream()
        .flatMap(each -> Stream.ofNullable(read.get(each)))
        .map(each -> each.time.toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Who asked in its registry to be told. */
  OptIns optIns() {
    return optIns;
  }

  private Declarations declarations(Declarations before) {
    List<DeclarationBook.Given> all = book.all();
    if (all.equals(given)) {
      return before;
    }
    given = all;
    return new Declarations(all.stream().map(DeclarationBook.Given::declared).toList());
  }

  private interface Reading<T> {
    T of(InputStream in) throws IOException, Refused;
  }

  private RegistryFiles files(Path file) {
    int[] told = new int[1];
    return new RegistryFiles(warning -> {
      if (told[0]++ < MOST_TOLD) {
        words.accept(file.getFileName() + ": " + warning);
      }
    });
  }

  private boolean isNew(Path file) throws IOException {
    Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    return !stamp.equals(read.put(file, stamp));
  }

  private <T> T again(Path file, T before, Reading<T> reading) {
    try {
      if (!isNew(file)) {
        return before;
      }
      try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
        T made = reading.of(in);
        words.accept(file + " is read");
        return made;
      }
    } catch (IOException | Refused broken) {
      words.accept(file + " is not read: " + broken.getMessage());
      return before;
    }
  }

  private void vrps(Path file) {
    rpki = again(file, rpki, files(file)::rpki);
  }

  private Relations relations(Path file, Relations before) {
    return again(file, before, files(file)::relations);
  }

  private ExchangeLans lans(Path file, ExchangeLans before) {
    return again(file, before, files(file)::exchanges);
  }

  /** One table of all of them: where one file changed all are read. */
  private IrrTable irr(IrrTable before) {
    boolean changed = false;
    List<InputStream> open = new ArrayList<>();
    try {
      for (Path each : places.irr()) {
        changed |= isNew(each);
      }
      if (!changed) {
        return before;
      }
      for (Path each : places.irr()) {
        open.add(Files.newInputStream(each));
      }
      IrrTable table = files(places.irr().getFirst()).irr(open);
      words.accept("route objects are read: " + table.size());
      return table;
    } catch (IOException broken) {
      words.accept("route objects are not read: " + broken.getMessage());
      return before;
    } finally {
      open.forEach(LiveReferences::quietlyClose);
    }
  }

  private static void quietlyClose(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      // It was read.
    }
  }

  @Override
  public void changed(RpkiVersion version, RpkiChanges changes) {
    cache = new RegistryFiles.Rpki(version.vrps(), version.aspas());
  }

  /** What it said does not count any more; the file counts, if there is one. */
  @Override
  public void expired(Instant at) {
    cache = null;
    words.accept("the cache of ROAs was silent for too long; what it said does not count");
  }
}
