package tenbin.desks.routes.live;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.rtr.RtrHealth;
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
  private static final long MINUTE = 60_000_000;

  private final LiveSettings settings;
  private final FeedLines lines;
  private final Clock clock;
  private final Consumer<String> words;
  private final Turns turns;
  private final Bulletin bulletin = new Bulletin();
  private final Scribe scribe;
  private final LiveReferences references;
  private final Keeping keeping;
  private final Heart heart;
  private final Rounds rounds;
  private final Ears ears;
  private final FileFeeds files;
  private final Acts acts;
  private final Sessions sessions;
  private final TurnTaker taker;
  private final Lookouts lookouts;

  private LiveWatch(
      RoutesDesk desk,
      LiveSettings settings,
      Clock clock,
      Consumer<String> words,
      UnaryOperator<RouteSink> beside)
      throws IOException {
    this.settings = settings;
    this.lines = new FeedLines(settings.feeds());
    this.clock = clock;
    this.words = words;
    this.scribe = new Scribe(desk.sink(), words);
    this.references = new LiveReferences(settings.references(), desk.declarations(), words);
    LiveReferences.Looked ignored = references.look();
    this.keeping = new Keeping(settings.kept(), words);
    this.heart = Heart.of(settings, keeping.table(), references, scribe, words);
    this.rounds = new Rounds(heart, settings.timing(), clock, new Work());
    RouteSink heard = new Newest(beside.apply(heart.counted()), rounds::told);
    this.turns = new Turns(new OneByOne(heard, words), heart.watch());
    this.ears = new Ears(lines.all(), turns);
    this.acts =
        new Acts(
            desk.incidents(),
            scribe,
            (incident, state) -> turns.put(() -> heart.watch().decide(incident, state)));
    this.files = new FileFeeds(lines, ears, turns, keeping, heart.beginning()::free, words);
    resume(desk);
    this.lookouts = new Lookouts(words);
    this.sessions = sessions();
    this.taker = new TurnTaker(turns, () -> rounds.pulse(lines.isOnlyFiles()), words);
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

  private void resume(RoutesDesk desk) {
    new Resuming(heart.table(), heart.watch(), heart.counted(), scribe)
        .resume(desk.incidents(), rounds.now(), lines::isOfFiles);
    if (keeping.isResumed()) {
      rounds.begin((heart.table().newest() + 1L) * MINUTE);
    }
    if (lines.hasFiles()) {
      heart.beginning().hold();
    }
  }

  private Sessions sessions() throws IOException {
    try {
      return Sessions.open(lines.all(), ears, clock, SessionRules.of(settings.timing(), words));
    } catch (IOException | RuntimeException failed) {
      scribe.close();
      throw failed;
    }
  }

  private void lookAround() {
    lookouts.cache(settings.references(), references, clock);
    lookouts.references(settings.timing().look(), this::lookAtReferences);
    if (lines.hasFiles()) {
      lookouts.files(files);
    }
  }

  private void lookAtReferences() {
    References before = references.now();
    LiveReferences.Looked found = references.look();
    if (found != LiveReferences.Looked.NOTHING) {
      References now = references.now();
      turns.put(() -> heart.goBy(rounds.now(), before, now, found.roas()));
    }
    acts.look();
  }

  /** What the watch's thread has done now and then. */
  private final class Work implements Rounds.Work {
    @Override
    public void publish(long micros) {
      bulletin.publish(
          heart.counted().healths(micros), references.now().declarations(), heart.table());
    }

    @Override
    public void keep(Keeping.Why why) {
      keeping.keep(heart.table(), files.done(), clock.instant(), why);
    }

    @Override
    public void say(String line) {
      words.accept(line);
    }
  }

  /** Whether what is new is news by now. */
  public boolean hasBegun() {
    return rounds.hasBegun();
  }

  /** The port of a feed; where 0 was asked for, the one that was free; 0 for none. */
  public int port(String feed) {
    return lines.named(feed).map(sessions::port).orElse(0);
  }

  /** How the feeds are doing, in the order of the settings. */
  public List<FeedLook> feeds() {
    return ears.all().stream().map(this::look).toList();
  }

  private FeedLook look(Ear ear) {
    return bulletin.look(ear, sessions.look(ear.line()), files.broken(ear.line().name()));
  }

  /** How many vantage points have a declared prefix now; empty for one that nobody declares. */
  public Optional<Integer> seenBy(Prefix declared) {
    return bulletin.seenBy(declared);
  }

  /** What routes are held against now. */
  public References references() {
    return references.now();
  }

  /** How it stands with the cache of ROAs; empty where none is asked. */
  public Optional<RtrHealth> cache() {
    return lookouts.cache();
  }

  /** Who outside the circle asked in its registry to be told. */
  public OptIns optIns() {
    return references.optIns();
  }

  /** How often a feed had to wait for the watch since the start. */
  public long waits() {
    return turns.waits();
  }

  /** Hangs up, does what is left, writes the state. */
  @Override
  public void close() {
    turns.end(); // That a session ends by our own end is no news.
    try {
      taker.finish();
      lookouts.close();
      lookouts.quietlyClose(sessions);
      heart.watch().tick(rounds.now());
      if (rounds.hasBegun()) {
        keeping.keep(heart.table(), files.done(), clock.instant(), Keeping.Why.END);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      scribe.close();
    }
  }
}
