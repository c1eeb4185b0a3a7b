package tenbin.proof.routes.rtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.registry.Rov;
import tenbin.desks.routes.registry.Vrp;
import tenbin.hub.routes.FeedStates.Health;
import tenbin.nouns.net.Asn;
import tenbin.proof.routes.daemons.Daemon;
import tenbin.proof.routes.daemons.Router;
import tenbin.proof.routes.live.JumpingClock;
import tenbin.proof.routes.live.Stage;

/** A watch that runs holds routes against a real cache, whose ROAs change, and which dies. */
@Tag("slow")
@Timeout(120)
class RtrWatchStoryTest {
  private static final Vrp OWNERS = Vrp.of(Stage.HOME, 24, new Asn(Stage.OWN));
  private static final Vrp STRANGERS = Vrp.of(Stage.HOME, 24, new Asn(Stage.STRANGER));

  @TempDir private Path folder;
  private final JumpingClock clock = new JumpingClock();
  private CacheDaemons daemons = new CacheDaemons(Path.of(""));
  private Path served = Path.of("");

  @BeforeEach
  void look() {
    boolean there = Files.isExecutable(CacheDaemons.CACHE);
    if (!there) {
      System.err.println("SKIPPED: no " + CacheDaemons.CACHE + " (Debian package stayrtr)");
    }
    assumeTrue(there, "no stayrtr");
    daemons = new CacheDaemons(folder);
    served = folder.resolve("served.json");
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    daemons.endAll();
  }

  private Stage stage(int port, Vrp... inFile) throws IOException {
    Path file = folder.resolve("vrps.json");
    CacheFile.write(file, Set.of(inFile), List.of());
    InetSocketAddress cache = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    ReferencePlaces places =
        new ReferencePlaces(
            Optional.of(file), Optional.of(cache), List.of(), Optional.empty(), Optional.empty());
    Stage stage = new Stage(folder).recorded("rrc06").clock(clock).references(places);
    stage.put("001", Stage.table(Instant.now().minusSeconds(1_200)));
    return stage;
  }

  private static Rov state(LiveWatch watch, int origin) {
    return watch.references().vrps().state(Stage.HOME, origin);
  }

  @Test
  void roas_that_change_at_the_cache_are_incidents_and_a_dead_cache_gives_way_to_the_file()
      throws Exception {
    int port = Router.Ports.free();
    Vrp ofNobody = Vrp.of(Stage.HOME, 16, new Asn(3_999));
    Stage stage = stage(port, ofNobody);
    CacheFile.write(served, Set.of(OWNERS), List.of());
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      assertThat(state(watch, Stage.OWN)).as("by the file").isEqualTo(Rov.INVALID_ORIGIN);
      Incident byFile = stage.awaitIncident(Kind.RPKI_INVALID, each -> true);
      Daemon cache = daemons.cache(served, port);
      stage.await("the cache counts", () -> state(watch, Stage.OWN) == Rov.VALID);
      stage.awaitLine(watch, "rtr", line -> line.health() == Health.GOOD);
      stage.awaitIncident(Kind.RPKI_INVALID, each -> each.state() == State.OUTDATED);

      changed(stage, watch);

      CacheFile.write(served, Set.of(OWNERS), List.of());
      stage.await("the cache is mended", () -> state(watch, Stage.OWN) == Rov.VALID);
      stage.await(
          "nothing is invalid any more",
          () -> stage.incidents().stream().allMatch(each -> each.state().isOver()));
      long before = stage.incidents().size();
      cache.close();
      stage.awaitLine(watch, "rtr", line -> line.words().contains("count until they expire"));
      Stage.pause();
      assertThat(state(watch, Stage.OWN)).as("it stays until it expires").isEqualTo(Rov.VALID);
      clock.jump(Duration.ofMinutes(11));
      stage.await("the file counts again", () -> state(watch, Stage.OWN) == Rov.INVALID_ORIGIN);
      stage.awaitLine(watch, "rtr", line -> line.health() == Health.SILENT);
      stage.awaitSaid("the cache of ROAs was silent for too long");
      stage.await("by the file", () -> stage.incidents().size() > before);
      assertThat(stage.incident(Kind.RPKI_EXPIRY)).as("another source is no change").isEmpty();
      assertThat(byFile.cause().by()).isEqualTo(new Asn(Stage.OWN));
    } catch (AssertionError failed) {
      System.err.println(stage.words());
      throw failed;
    }
  }

  private void changed(Stage stage, LiveWatch watch) throws IOException {
    assertThat(stage.incident(Kind.ROA_JUST_CHANGED)).as("another source is no change").isEmpty();
    CacheFile.write(served, Set.of(OWNERS, STRANGERS), List.of());
    Incident changed =
        stage.awaitIncident(Kind.ROA_JUST_CHANGED, each -> each.state() == State.ONGOING);
    assertThat(changed.cause().by()).isEqualTo(new Asn(Stage.STRANGER));
    assertThat(state(watch, Stage.OWN)).isEqualTo(Rov.VALID);
    CacheFile.write(served, Set.of(STRANGERS), List.of());
    stage.await("the owner's own is invalid", () -> state(watch, Stage.OWN) != Rov.VALID);
    Incident invalid =
        stage.awaitIncident(
            Kind.RPKI_INVALID,
            each -> each.state() == State.ONGOING && each.vantages() == Stage.PEERS);
    assertThat(invalid.cause().by()).isEqualTo(new Asn(Stage.OWN));
  }
}
