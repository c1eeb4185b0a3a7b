package tenbin.desks.routes.live;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.rtr.RtrClient;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.net.Prefix;

/**
 * A watch that runs: its feeds, its one thread, and what is held beside it. Started once and closed
 * once; how things are may be asked by any thread.
 *
 * <p>Everything that touches the table or the watch is a turn of the one thread, so words of feeds,
 * changes of references and acts of people come in one order. What is slow (files, the cache, the
 * book) is read and written by other threads.
 */
public final class LiveWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration LOOK_AT_FILES = Duration.ofMillis(500);
  private static final long MINUTE = 60_000_000;
  private static final long HOUR = 60 * MINUTE;
  private static final int TURNS_AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LiveSettings settings;
  private final Clock clock;
  private final Consumer<String> words;
  private final Turns turns = new Turns();
  private final Scribe scribe;
  private final LiveReferences references;
  private final RouteTable table;
  private final RouteWatch watch;
  private final Beginning beginning;
  private final Counted counted;
  private final Ears ears;
  private final Keeping keeping;
  private final Acts acts;
  private final List<FolderFeed> folders = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Thread thread;
  private final Sessions sessions;
  private volatile Map<Vantage, Health> healths = Map.of();
  private volatile Map<Prefix, Integer> seen = Map.of();
  private volatile boolean begun;
  private long newest;
  private long beat;
  private long review;
  private long look;
  private long keepAt;

  private LiveWatch(
      RoutesDesk desk,
      LiveSettings settings,
      Clock clock,
      Consumer<String> words,
      UnaryOperator<RouteSink> beside)
      throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.words = words;
    this.scribe = new Scribe(desk.sink(), words);
    this.references = new LiveReferences(settings.references(), desk.declarations(), words);
    references.look();
    this.keeping = new Keeping(settings, words);
    Optional<RouteTable> before = keeping.table();
    this.table =
        before.orElseGet(() -> new RouteTable(Limits.usual(new SecureRandom().nextLong())));
    this.watch = new RouteWatch(table, references.now(), settings.pace(), scribe);
    this.beginning = new Beginning(settings.settle(), this::hasTable);
    this.counted = new Counted(table, watch, this::isDeclared, beginning);
    this.ears =
        new Ears(settings.feeds(), turns, new Newest(beside.apply(counted), at -> newest = at));
    this.acts =
        new Acts(
            desk.incidents(),
            scribe,
            (incident, state) -> turns.put(() -> watch.decide(incident, state)));
    new Resuming(table, watch, counted, scribe).resume(desk.incidents(), now(), this::isOfFiles);
    if (before.isPresent()) {
      begin((table.newest() + 1L) * 60_000_000);
    }
    for (FeedLine each : settings.feeds()) {
      if (each instanceof FeedLine.Folder folder) {
        FolderFeed feed = new FolderFeed(folder, ears.of(folder), turns, words);
        if (before.isPresent()) {
          feed.know(keeping.files().getOrDefault(folder.name(), Set.of()));
        }
        folders.add(feed);
      }
    }
    if (hasFiles()) {
      beginning.hold();
    }
    this.sessions = sessions(settings, ears, clock, scribe);
    this.thread = Thread.ofPlatform().name("routes-watch").daemon(true).start(this::run);
  }

  /**
   * Begins.
   *
   * @param desk whose book takes what is found, and whose declarations it goes by
   * @param words what people should know of feeds and files, a line each
   * @throws IOException when a port does not open, or a folder cannot be made
   */
  public static LiveWatch start(
      RoutesDesk desk, LiveSettings settings, Clock clock, Consumer<String> words)
      throws IOException {
    return start(desk, settings, clock, words, UnaryOperator.identity());
  }

  /**
   * Begins, with somebody who hears everything first.
   *
   * @param beside hands on what it hears, on the watch's thread: it never waits
   */
  public static LiveWatch start(
      RoutesDesk desk,
      LiveSettings settings,
      Clock clock,
      Consumer<String> words,
      UnaryOperator<RouteSink> beside)
      throws IOException {
    LiveWatch live = new LiveWatch(desk, settings, clock, words, beside);
    live.lookAround();
    return live;
  }

  private static Sessions sessions(LiveSettings of, Ears ears, Clock clock, Scribe scribe)
      throws IOException {
    try {
      return Sessions.open(of.feeds(), ears, clock);
    } catch (IOException | RuntimeException failed) {
      scribe.close();
      throw failed;
    }
  }

  private void lookAround() {
    settings
        .references()
        .rtr()
        .ifPresent(at -> {
          RtrClient.Cache cache = new RtrClient.Cache(at.getHostString(), at.getPort());
          open.add(new RtrClient(cache, references, clock).start());
        });
    open.add(new Repeat("routes-references", LOOK, this::lookAtReferences, words));
    if (hasFiles()) {
      StartFiles files = new StartFiles(settings.feeds(), ears, words);
      open.add(
          new Repeat(
              "routes-files",
              LOOK_AT_FILES,
              () -> {
                if (files.isFirst() && !keeping.isResumed()) {
                  files.read();
                }
                folders.forEach(FolderFeed::look);
                if (files.isSecond()) {
                  turns.put(beginning::free);
                }
              },
              words));
    }
  }

  private boolean hasFiles() {
    return settings.feeds().stream().anyMatch(LiveWatch::isFiles);
  }

  private static boolean isFiles(FeedLine line) {
    return line instanceof FeedLine.Folder || line instanceof FeedLine.File;
  }

  private boolean isOfFiles(Vantage from) {
    return settings.feeds().stream()
        .anyMatch(each -> isFiles(each) && each.name().equals(from.feed()));
  }

  /** Sessions say when their table is whole; files and RIS Live do not have to. */
  private boolean hasTable(Vantage from) {
    for (FeedLine each : settings.feeds()) {
      boolean session = each instanceof FeedLine.Bgp || each instanceof FeedLine.Bmp;
      String feed = from.feed();
      if (session
          && (feed.equals(each.name())
              || feed.startsWith(each.name() + "/")
              || feed.startsWith("bmp:" + each.name()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isDeclared(Prefix prefix) {
    return references.now().declarations().around(prefix).isPresent();
  }

  private void lookAtReferences() {
    if (references.look()) {
      References now = references.now();
      turns.put(() -> watch.references(now(), now));
    }
    acts.look();
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  private void run() {
    try {
      while (turns.isOpen()) {
        @Nullable Runnable turn = turns.next();
        for (int i = 0; turn != null; i++) {
          perform(turn);
          turn = i < TURNS_AT_ONCE ? turns.left() : null;
        }
        perform(this::pulse);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One turn that fails is one word that is lost, and said; the watch goes on. */
  private void perform(Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException failed) {
      words.accept("the watch could not do something: " + failed);
    }
  }

  private void begin(long micros) {
    counted.begin(micros, now());
    begun = true;
    keepAt = now() + MINUTE;
    words.accept(
        "the watch begins: " + table.prefixes() + " prefixes, " + table.vantages() + " routers");
  }

  private void pulse() {
    long now = now();
    if (now - beat < 100_000) {
      return;
    }
    beat = now;
    beginning.now(now);
    if (!begun && beginning.isDue()) {
      begin(isOnlyFiles() ? Math.max(newest, 1) + MINUTE : now);
    }
    counted.reviewIfAsked(now);
    if (now - review >= MINUTE) {
      review = now;
      counted.review(now);
    }
    watch.tick(now);
    if (now - look >= 2_000_000) {
      look = now;
      publish(now);
    }
    if (begun && now >= keepAt) {
      keepAt = now + HOUR;
      table.forget((int) (now / MINUTE));
      keep(Keeping.Why.HOUR);
    }
  }

  private boolean isOnlyFiles() {
    return settings.feeds().stream().allMatch(LiveWatch::isFiles);
  }

  private void publish(long now) {
    Map<Vantage, Health> all = new HashMap<>();
    counted.healths(now).forEach(each -> all.put(each.vantage(), each));
    healths = all;
    Map<Prefix, Integer> counts = new HashMap<>();
    references
        .now()
        .declarations()
        .all()
        .forEach(declaration -> {
          for (Watched each : declaration.prefixes()) {
            counts.put(each.prefix(), table.seenBy(each.prefix()));
          }
        });
    seen = counts;
  }

  private void keep(Keeping.Why why) {
    Map<String, Set<String>> files = new TreeMap<>();
    folders.forEach(each -> files.put(each.name(), each.done()));
    keeping.keep(table, files, clock.instant(), why);
  }

  /** Whether what is new is news by now. */
  public boolean hasBegun() {
    return begun;
  }

  /** The port of a feed; where 0 was asked for, the one that was free; 0 for none. */
  public int port(String feed) {
    return settings.feeds().stream()
        .filter(each -> each.name().equals(feed))
        .findFirst()
        .map(sessions::port)
        .orElse(0);
  }

  /** How the feeds are doing, in the order of the settings. */
  public List<FeedLook> feeds() {
    return ears.all().stream().map(this::look).toList();
  }

  private FeedLook look(Ear ear) {
    List<Health> of =
        ear.vantages().stream().map(healths::get).filter(each -> each != null).toList();
    Optional<Sessions.Look> session = sessions.look(ear.line());
    long broken =
        folders.stream()
            .filter(each -> each.name().equals(ear.line().name()))
            .mapToLong(FolderFeed::broken)
            .sum();
    return new FeedLook(
        ear.line().name(),
        ear.line().way(),
        ear.last(),
        of,
        ear.told(),
        broken + session.map(Sessions.Look::refused).orElse(0L),
        session.map(Sessions.Look::connected),
        session.map(Sessions.Look::words).orElse(""));
  }

  /** How many vantage points have a declared prefix now; empty for one that nobody declares. */
  public Optional<Integer> seenBy(Prefix declared) {
    return Optional.ofNullable(seen.get(declared));
  }

  /** What routes are held against now. */
  public References references() {
    return references.now();
  }

  /** How often a feed had to wait for the watch since the start. */
  public long waits() {
    return turns.waits();
  }

  private void quietlyClose(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception failed) {
      words.accept("something of a feed does not close: " + failed);
    }
  }

  /** Hangs up, does what is left, writes the state. */
  @Override
  public void close() {
    turns.end(); // That a session ends by our own end is no news.
    try {
      thread.join(PATIENCE.toMillis());
      for (@Nullable Runnable left = turns.left(); left != null; left = turns.left()) {
        perform(left);
      }
      open.forEach(this::quietlyClose);
      quietlyClose(sessions);
      watch.tick(now());
      if (begun) {
        keep(Keeping.Why.END);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      scribe.close();
    }
  }
}
