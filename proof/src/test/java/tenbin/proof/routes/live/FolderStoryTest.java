package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.FeedLook;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.table.Snapshots;
import tenbin.desks.routes.watch.Pace;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;

/** Files of MRT in a folder, by a seeded generator: read once, and gone on with after a stop. */
class FolderStoryTest {
  private static final Prefix HOME = Prefix.parse("185.10.0.0/16");
  private static final MemberId AOZORA = new MemberId("aozora");
  private static final int OWN = 3_100;
  private static final int STRANGER = 3_666;
  private static final Prefix STRANGERS = Prefix.parse("185.99.0.0/16");
  private static final int TRANSIT = 3_200;
  private static final int PEERS = 4;
  private static final int PREFIXES = 300;
  private static final Duration MOST = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private final Instant start = Instant.now().minusSeconds(1_800);
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final RoutesDesk desk = RoutesDesk.inMemory(FolderStoryTest::circle, "");
  private Path files = Path.of(".");
  private long seed;

  private static tenbin.nouns.member.Circle circle() {
    throw new IllegalStateException("nobody looks at a page here");
  }

  @BeforeEach
  void declare() throws IOException {
    seed = System.nanoTime();
    System.out.println("seed " + seed);
    files = Files.createDirectory(folder.resolve("mrt"));
    declare(HOME);
  }

  private void declare(Prefix prefix) {
    Declaration declared =
        new Declaration(
            AOZORA,
            Set.of(new Asn(OWN)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(Watched.of(prefix)),
            List.of());
    desk.declarations().declare(declared, new DeclarationBook.By(Instant.now(), "story", "page"));
  }

  private LiveWatch watch() throws IOException {
    Pace pace =
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
    LiveSettings settings =
        new LiveSettings(
            List.of(new FeedLine.Folder("rrc06", files)),
            ReferencePlaces.NONE,
            new KeptPlaces(Optional.of(folder.resolve("state")), Optional.empty()),
            List.of(),
            Stage.TIMING.settling(Duration.ZERO),
            pace);
    return LiveWatch.start(desk, settings, Clock.systemUTC(), words::add);
  }

  private void put(String name, Recording recording) throws IOException {
    Path beside = files.resolve("." + name);
    Files.write(beside, recording.octets());
    Files.move(beside, files.resolve(name));
  }

  /** Every peer has the member's prefix and most of some hundred others. */
  private Recording table() {
    Random random = new Random(seed);
    Recording table = new Recording();
    for (int peer = 1; peer <= PEERS; peer++) {
      Peer by = new Peer(peer);
      table.announces(start, by, HOME, by.asn(), TRANSIT, OWN);
      table.announces(start, by, STRANGERS, by.asn(), TRANSIT, STRANGER);
      for (int i = 0; i < PREFIXES; i++) {
        Prefix prefix = Prefix.around(Address.ofV4(0x5a00_0000 + (i << 8)), 24);
        if (random.nextInt(5) > 0) {
          table.announces(start.plusMillis(i), by, prefix, by.asn(), TRANSIT, 3_300 + i % 40);
        }
      }
    }
    return table;
  }

  private static Recording hijack(Instant at, Prefix prefix) {
    Recording some = new Recording();
    for (int peer = 1; peer < PEERS; peer++) {
      Peer by = new Peer(peer);
      some.announces(at.plusMillis(peer), by, prefix, by.asn(), TRANSIT, STRANGER);
    }
    return some;
  }

  private List<Incident> incidents() {
    return desk.incidents().newest(50).stream().map(Glimpse::incident).toList();
  }

  private void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what + "; " + incidents() + words);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static List<String> all(RouteTable table) {
    List<String> all = new ArrayList<>();
    table.forEach((prefix, origin, by) -> all.add(prefix + " " + origin + " " + by));
    return all;
  }

  private List<String> snapshot() throws IOException {
    Path file = folder.resolve("state/routes.snapshot");
    return all(Snapshots.read(file, Limits.usual(1)));
  }

  private long place() {
    return desk.incidents().changes(0, 1_000).stream()
        .mapToLong(IncidentBook.Change::place)
        .max()
        .orElse(0);
  }

  @Test
  void a_watch_goes_on_behind_a_stop_as_if_there_had_been_none() throws IOException {
    put("001", table());
    Incident hijack;
    try (LiveWatch watch = watch()) {
      await("the begin", watch::hasBegun);
      put("002", hijack(start.plusSeconds(900), HOME));
      await("the hijack", () -> !incidents().isEmpty());
      hijack = incidents().getFirst();
      assertThat(hijack.cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
      await("it is told", () -> desk.incidents().changes(0, 10).getFirst().worth());
      await("who sees it", () -> incidents().getFirst().vantages() == PEERS - 1);
    }
    List<String> before = snapshot();
    long place = place();
    try (LiveWatch watch = watch()) {
      assertThat(watch.hasBegun()).as("with the table that was there").isTrue();
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
      assertThat(place()).as("nothing is told twice").isEqualTo(place);
      assertThat(watch.feeds().getFirst().told()).as("no file is read twice").isZero();
    }
    assertThat(snapshot()).isEqualTo(before).hasSizeGreaterThan(PREFIXES / 2);
    try (LiveWatch watch = watch()) {
      assertThat(watch.hasBegun()).isTrue();
      Recording back = new Recording();
      for (int peer = 1; peer < PEERS; peer++) {
        Peer by = new Peer(peer);
        back.announces(start.plusSeconds(1_000), by, HOME, by.asn(), TRANSIT, OWN);
      }
      put("003", back);
      await("its end", () -> incidents().getFirst().state() == State.WITHDRAWN);
      assertThat(incidents()).hasSize(1);
      assertThat(incidents().getFirst().id()).isEqualTo(hijack.id());
    }
  }

  @Test
  void what_is_damaged_is_told_and_the_next_file_is_read() throws IOException {
    put("001", table());
    try (LiveWatch watch = watch()) {
      await("the begin", watch::hasBegun);
      Files.write(files.resolve("002"), new byte[] {1, 2, 3, 4, 5, 6, 7});
      byte[] broken = hijack(start.plusSeconds(900), HOME).octets();
      broken[40] = 0x55; // In the marker of the first message.
      Files.write(files.resolve("003"), broken);
      await("what is whole of it", () -> !incidents().isEmpty());
      FeedLook look = watch.feeds().getFirst();
      assertThat(look.refused()).isPositive();
      assertThat(words).anyMatch(each -> each.contains("002"));
    }
  }

  @Test
  void a_declaration_counts_soon_and_an_act_of_its_member_reaches_the_watch() throws IOException {
    put("001", table());
    try (LiveWatch watch = watch()) {
      await("the begin", watch::hasBegun);
      Prefix other = Prefix.parse("185.77.0.0/16");
      declare(other);
      await("the declaration", () -> watch.references().declarations().exact(other).isPresent());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      put("002", hijack(start.plusSeconds(900), other));
      await("the hijack", () -> !incidents().isEmpty());
      Incident hijack = incidents().getFirst();
      desk.incidents()
          .did(new Deed(hijack.id(), AOZORA, "person", Instant.now(), Deed.Act.ACKNOWLEDGE, ""));
      await("the act", () -> incidents().getFirst().state() == State.ACKNOWLEDGED);
    }
  }
}
