package tenbin.proof.routes.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.health.Beacon;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.rislive.RisTiming;
import tenbin.desks.routes.watch.Pace;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.hub.run.LiveFeeds;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;

/** A watch with short times on a desk in memory, and what a story puts before it. */
public final class Stage {
  public static final Prefix HOME = Prefix.parse("185.10.0.0/16");
  public static final MemberId AOZORA = new MemberId("aozora");
  public static final int OWN = 3_100;
  public static final int TRANSIT = 3_200;
  public static final int STRANGER = 3_666;
  public static final int PEERS = 4;
  private static final Duration MOST = Duration.ofSeconds(40);

  /** Everything as soon as it can be. */
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          3,
          50,
          10,
          Duration.ofMinutes(5));

  private static final RisTiming RIS =
      new RisTiming(
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(2),
          Duration.ofMillis(500));

  private static final LiveTiming TIMING =
      new LiveTiming(
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          RIS);

  private final Path folder;
  private final RoutesDesk desk = RoutesDesk.inMemory(Stage::nobodyLooks, "");
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<FeedLine> feeds = new ArrayList<>();
  private final List<Beacon> beacons = new ArrayList<>();
  private ReferencePlaces references = ReferencePlaces.NONE;
  private KeptPlaces kept = KeptPlaces.NOWHERE;
  private Clock clock = Clock.systemUTC();

  /** The member has its prefix, and there is a folder "mrt" for recordings. */
  public Stage(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolve("mrt"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    declare(AOZORA, OWN, HOME);
  }

  private static tenbin.nouns.member.Circle nobodyLooks() {
    throw new IllegalStateException("nobody looks at a page here");
  }

  public Stage declare(MemberId member, int asn, Prefix... prefixes) {
    Declaration declared =
        new Declaration(
            member,
            Set.of(new Asn(asn)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(prefixes).stream().map(Watched::of).toList(),
            List.of());
    desk.declarations().declare(declared, new DeclarationBook.By(Instant.now(), "story", "page"));
    return this;
  }

  /** The folder of recordings as a feed. */
  public Stage recorded(String feed) {
    return feed(feed, "folder", folder.resolve("mrt").toString());
  }

  public Stage feed(String name, String way, String where) {
    feeds.add(FeedLine.parse(name, way, where));
    return this;
  }

  public Stage guarded(String guard) {
    feeds.add(feeds.removeLast().guarded(guard));
    return this;
  }

  public Stage beacon(Prefix prefix, Duration every) {
    beacons.add(new Beacon(prefix, every));
    return this;
  }

  public Stage references(ReferencePlaces places) {
    references = places;
    return this;
  }

  public Stage tables(Path where) {
    return kept(new KeptPlaces(Optional.empty(), Optional.of(where)));
  }

  public Stage kept(KeptPlaces places) {
    kept = places;
    return this;
  }

  public Stage clock(Clock other) {
    clock = other;
    return this;
  }

  public LiveWatch watch() throws IOException {
    LiveSettings settings = new LiveSettings(feeds, references, kept, beacons, TIMING, PACE);
    return LiveWatch.start(desk, settings, clock, words::add);
  }

  /** Puts a recording into the folder, whole. */
  public void put(String name, Recording recording) throws IOException {
    Path beside = folder.resolve("mrt").resolve("." + name);
    Files.write(beside, recording.octets());
    Files.move(beside, folder.resolve("mrt").resolve(name));
  }

  /** Every peer has the member's prefix, the stranger's own, and a hundred others. */
  public static Recording table(Instant at) {
    Recording table = new Recording();
    for (int number = 1; number <= PEERS; number++) {
      Peer by = new Peer(number);
      table.announces(at, by, HOME, by.asn(), TRANSIT, OWN);
      table.announces(at, by, Prefix.parse("185.99.0.0/16"), by.asn(), TRANSIT, STRANGER);
      for (int i = 0; i < 100; i++) {
        Prefix prefix = Prefix.around(Address.ofV4(0x5a00_0000 + (i << 8)), 24);
        table.announces(at, by, prefix, by.asn(), TRANSIT, 3_300 + i % 40);
      }
    }
    return table;
  }

  /** All peers but the last announce a prefix over the transit and these. */
  public static Recording announced(Instant at, Prefix prefix, int... behind) {
    Recording some = new Recording();
    for (int number = 1; number < PEERS; number++) {
      Peer by = new Peer(number);
      int[] path = new int[2 + behind.length];
      path[0] = by.asn();
      path[1] = TRANSIT;
      System.arraycopy(behind, 0, path, 2, behind.length);
      some.announces(at.plusMillis(number), by, prefix, path);
    }
    return some;
  }

  public RoutesDesk desk() {
    return desk;
  }

  public List<String> words() {
    return List.copyOf(words);
  }

  public boolean wasSaid(String part) {
    return words.stream().anyMatch(each -> each.contains(part));
  }

  public List<Incident> incidents() {
    return desk.incidents().newest(50).stream().map(Glimpse::incident).toList();
  }

  public Optional<Incident> incident(Kind kind) {
    return incidents().stream().filter(each -> each.cause().kind() == kind).findFirst();
  }

  /** The line of a feed as its page shows it. */
  public static FeedState line(LiveWatch watch, String feed) {
    return new LiveFeeds(watch)
        .all().stream().filter(each -> each.name().equals(feed)).findFirst().orElseThrow();
  }

  public void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what + "; " + incidents() + words);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Waits until the log has a line with these words. */
  public void awaitSaid(String part) {
    await("the log says " + part, () -> wasSaid(part));
  }

  /** Waits until the page of feeds shows a line as it should be. */
  public void awaitLine(LiveWatch watch, String feed, Predicate<FeedState> so) {
    await("the line of " + feed, () -> so.test(line(watch, feed)));
  }

  /** Waits for an incident of a kind that is as it should be. */
  public Incident awaitIncident(Kind kind, Predicate<Incident> so) {
    await(kind.text(), () -> incident(kind).filter(so).isPresent());
    return incident(kind).orElseThrow();
  }

  /** Long enough for a look, a review and whatever follows. */
  public static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
  }
}
