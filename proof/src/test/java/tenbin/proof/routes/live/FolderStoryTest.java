package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.FeedLook;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.table.Snapshots;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;

/** Files of MRT in a folder, by a seeded generator: read once, and gone on with after a stop. */
class FolderStoryTest {
  private static final Prefix HOME = Stage.HOME;
  private static final int STRANGER = Stage.STRANGER;
  private static final int TRANSIT = Stage.TRANSIT;
  private static final int PEERS = Stage.PEERS;
  private static final int PREFIXES = 300;

  private final Path folder;
  private final Stage stage;
  private final Instant start = Instant.now().minusSeconds(1_800);
  private final long seed = System.nanoTime();

  FolderStoryTest(@TempDir Path folder) {
    System.out.println("seed " + seed);
    this.folder = folder;
    this.stage =
        new Stage(folder)
            .recorded("rrc06")
            .kept(new KeptPlaces(Optional.of(folder.resolve("state")), Optional.empty()));
  }

  /** Every peer has the member's prefix and most of some hundred others. */
  private Recording table() {
    Random random = new Random(seed);
    Recording table = new Recording();
    for (int peer = 1; peer <= PEERS; peer++) {
      Peer by = new Peer(peer);
      table.announces(start, by, HOME, by.asn(), TRANSIT, Stage.OWN);
      table.announces(start, by, Prefix.parse("185.99.0.0/16"), by.asn(), TRANSIT, STRANGER);
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
    return stage.desk().incidents().changes(0, 1_000).stream()
        .mapToLong(IncidentBook.Change::place)
        .max()
        .orElse(0);
  }

  @Test
  void a_watch_goes_on_behind_a_stop_as_if_there_had_been_none() throws IOException {
    stage.put("001", table());
    Incident hijack;
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      stage.put("002", hijack(start.plusSeconds(900), HOME));
      stage.await("the hijack", () -> !stage.incidents().isEmpty());
      hijack = stage.incidents().getFirst();
      assertThat(hijack.cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
      stage.await("it is told", () -> stage.desk().incidents().changes(0, 10).getFirst().worth());
      stage.await("who sees it", () -> stage.incidents().getFirst().vantages() == PEERS - 1);
    }
    List<String> before = snapshot();
    long place = place();
    try (LiveWatch watch = stage.watch()) {
      assertThat(watch.hasBegun()).as("with the table that was there").isTrue();
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
      assertThat(place()).as("nothing is told twice").isEqualTo(place);
      assertThat(watch.feeds().getFirst().told()).as("no file is read twice").isZero();
    }
    assertThat(snapshot()).isEqualTo(before).hasSizeGreaterThan(PREFIXES / 2);
    try (LiveWatch watch = stage.watch()) {
      assertThat(watch.hasBegun()).isTrue();
      Recording back = new Recording();
      for (int peer = 1; peer < PEERS; peer++) {
        Peer by = new Peer(peer);
        back.announces(start.plusSeconds(1_000), by, HOME, by.asn(), TRANSIT, Stage.OWN);
      }
      stage.put("003", back);
      stage.await("its end", () -> stage.incidents().getFirst().state() == State.WITHDRAWN);
      assertThat(stage.incidents()).hasSize(1);
      assertThat(stage.incidents().getFirst().id()).isEqualTo(hijack.id());
    }
  }

  @Test
  void what_is_damaged_is_told_and_the_next_file_is_read() throws IOException {
    stage.put("001", table());
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      Files.write(folder.resolve("mrt/002"), new byte[] {1, 2, 3, 4, 5, 6, 7});
      byte[] broken = hijack(start.plusSeconds(900), HOME).octets();
      broken[40] = 0x55; // In the marker of the first message.
      Files.write(folder.resolve("mrt/003"), broken);
      stage.await("what is whole of it", () -> !stage.incidents().isEmpty());
      FeedLook look = watch.feeds().getFirst();
      assertThat(look.refused()).isPositive();
      stage.awaitSaid("002");
    }
  }

  @Test
  void a_declaration_counts_soon_and_an_act_of_its_member_reaches_the_watch() throws IOException {
    stage.put("001", table());
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      Prefix other = Prefix.parse("185.77.0.0/16");
      stage.declare(Stage.AOZORA, Stage.OWN, HOME, other);
      stage.await(
          "the declaration", () -> watch.references().declarations().exact(other).isPresent());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      stage.put("002", hijack(start.plusSeconds(900), other));
      stage.await("the hijack", () -> !stage.incidents().isEmpty());
      Incident hijack = stage.incidents().getFirst();
      stage
          .desk()
          .incidents()
          .did(
              new Deed(
                  hijack.id(), Stage.AOZORA, "person", Instant.now(), Deed.Act.ACKNOWLEDGE, ""));
      stage.await("the act", () -> stage.incidents().getFirst().state() == State.ACKNOWLEDGED);
    }
  }
}
