package tenbin.desks.routes.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.desks.routes.feed.ReadAhead;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.RegistryFiles;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Reserved;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.member.MemberId;

/**
 * A watch over files: references first, then tables, then updates, in the order in which they come.
 */
public final class FileWatch {
  /** Damaged rows that are told one by one; all are counted. */
  private static final int MOST_TOLD = 20;

  private final Consumer<String> words;
  private final long seed;
  private final RegistryFiles registries;
  private final Clocked clock = new Clocked();
  private Declarations declarations = Declarations.NONE;
  private RegistryFiles.Rpki rpki = RegistryFiles.Rpki.EMPTY;
  private Relations relations = Relations.EMPTY;
  private ExchangeLans lans = ExchangeLans.EMPTY;
  private IrrTable irr = IrrTable.EMPTY;
  private @Nullable RouteWatch watch;
  private @Nullable ArchiveFeed feed;
  private @Nullable RouteSink heard;
  private final ReadAhead ahead = new ReadAhead();
  private boolean begun;
  private long damagedRows;

  /** What a file of routes is. */
  public enum As {
    /** How it was before. */
    TABLE,
    /** What happened. */
    UPDATES
  }

  /**
   * A watch of nothing yet.
   *
   * @param words what cannot be read, for people
   * @param seed of the table, which nobody outside may foresee
   */
  public FileWatch(Consumer<String> words, long seed) {
    this.seed = seed;
    this.words = words;
    this.registries =
        new RegistryFiles(warning -> {
          if (damagedRows++ < MOST_TOLD) {
            words.accept(warning.toString());
          }
        });
  }

  /** What members declare. */
  public void prefixes(Path file) throws IOException {
    DeclarationFile read = DeclarationFile.read(file, new MemberId("own"));
    read.faults().forEach(each -> words.accept(each.toString()));
    read.unkept().forEach(each -> words.accept(each.toString()));
    declarations = read.table();
    words.accept(
        String.format(
            Locale.ROOT, "%s: %,d prefixes declared", file.getFileName(), declarations.size()));
  }

  /** ROAs and ASPAs, as a validator writes them. */
  public void vrps(InputStream in) throws IOException {
    try {
      rpki = registries.rpki(in);
    } catch (tenbin.wire.Refused refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  /** Route objects of all registries. */
  public void irr(List<InputStream> databases) throws IOException {
    irr = registries.irr(databases);
  }

  /** Who is whose provider. */
  public void relations(InputStream in) throws IOException {
    relations = registries.relations(in);
  }

  /** Networks of exchanges. */
  public void exchanges(InputStream in) throws IOException {
    lans = registries.exchanges(in);
  }

  /** References are whole; routes come next. */
  public void begin(Pace pace, IncidentSink sink) {
    References references =
        new References(
            declarations, relations, rpki.vrps(), rpki.aspas(), irr, Reserved.byIana(), lans);
    RouteTable table = new RouteTable(Limits.usual(seed));
    RouteWatch made = new RouteWatch(table, references, pace, sink);
    watch = made;
    feed = new ArchiveFeed("file", ahead.sink());
    heard = clock.before(made);
  }

  /** Reads one unpacked file of routes. */
  public void read(InputStream in, As as) throws IOException {
    if (watch == null || feed == null || heard == null) {
      throw new IllegalStateException("begin first");
    }
    ArchiveFeed reader = feed;
    if (as == As.UPDATES && !begun) {
      begun = true;
      watch.begin(clock.micros());
    }
    ahead.run(() -> reader.read(in), heard);
  }

  /** The files are at their end. */
  public void end() {
    if (watch != null && begun) {
      watch.tick(clock.micros());
    }
  }

  /** How many routes were announced, withdrawn or in tables so far. */
  public long routes() {
    return clock.routes();
  }

  /** The latest time that any route has, UTC: how late it is for the watch. */
  public Instant now() {
    return Hit.instant(clock.micros());
  }

  /** For people: what was read. */
  @Override
  public String toString() {
    long damaged = feed == null ? 0 : feed.damaged();
    return String.format(
        Locale.ROOT,
        "%,d routes told, %,d damaged records, %,d rows of references not understood",
        clock.routes(),
        damaged,
        damagedRows);
  }
}
