package tenbin.desks.routes.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.net.Prefix;

/**
 * What routes are held against, as files, the cache and the book of declarations say now. A file
 * that cannot be read leaves what was read of it before. One thread looks; any thread reads.
 */
final class LiveReferences implements RpkiSink {
  private final ReferencePlaces places;
  private final DeclarationBook book;
  private final Consumer<String> words;
  private final Rereading rereading;
  private List<DeclarationBook.Given> given = List.of();
  private Declarations members = Declarations.NONE;
  private volatile OptIns optIns = OptIns.NONE;
  private RegistryFiles.Rpki rpki = RegistryFiles.Rpki.EMPTY;
  private volatile RegistryFiles.@Nullable Rpki cache;

  /** What the cache said at the last look; null where the file counted. */
  private RegistryFiles.@Nullable Rpki from;

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
    this.rereading = new Rereading(words);
  }

  References now() {
    return now;
  }

  /** Whether a prefix is declared, or a part of one that is. */
  boolean isDeclared(Prefix prefix) {
    return now.declarations().around(prefix).isPresent();
  }

  /** What a look found. */
  enum Looked {
    NOTHING,
    CHANGED,
    /** ROAs are of the cache now and were of the file, or the other way round. */
    OTHER_SOURCE;

    RouteWatch.Roas roas() {
      return this == OTHER_SOURCE ? RouteWatch.Roas.OF_ANOTHER_SOURCE : RouteWatch.Roas.CHANGED;
    }
  }

  /** Reads again what changed. */
  Looked look() {
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
    boolean other = (told == null) != (from == null);
    from = told;
    if (other) {
      return Looked.OTHER_SOURCE;
    }
    return now.equals(was) ? Looked.NOTHING : Looked.CHANGED;
  }

  /** Who asked in registries to be told counts beside members; the same again where it is. */
  private Declarations withOutside(IrrTable irr, References was) {
    if (places.maintainers().mode() == Listening.Mode.OFF) {
      return members;
    }
    optIns = new OptIns(irr, members, rereading.date(places.irr()), places.maintainers());
    List<Declaration> all = new ArrayList<>(members.ofMembers());
    all.addAll(optIns.watched());
    return all.equals(List.copyOf(was.declarations().all()))
        ? was.declarations()
        : new Declarations(all);
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

  private void vrps(Path file) {
    rpki =
        rereading.again(
            List.of(file),
            rpki,
            each -> each.vrps().size(),
            (files, in) -> files.rpki(in.getFirst()));
  }

  private Relations relations(Path file, Relations before) {
    return rereading.again(
        List.of(file), before, Relations::size, (files, in) -> files.relations(in.getFirst()));
  }

  private ExchangeLans lans(Path file, ExchangeLans before) {
    return rereading.again(
        List.of(file), before, ExchangeLans::size, (files, in) -> files.exchanges(in.getFirst()));
  }

  private IrrTable irr(IrrTable before) {
    return places.irr().isEmpty()
        ? before
        : rereading.again(places.irr(), before, IrrTable::size, RegistryFiles::irr);
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
