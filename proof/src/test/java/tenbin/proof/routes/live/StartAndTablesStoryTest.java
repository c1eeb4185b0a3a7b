package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.hub.run.TableShelf;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.roster.CircleFile;

/**
 * A watch begins with a table of a file, and writes the origins by which reports are attributed.
 */
class StartAndTablesStoryTest {
  private static final Address INSIDE = Address.parse("185.10.3.4");

  private final JumpingClock clock = new JumpingClock();
  private final Path folder;
  private final Stage stage;

  StartAndTablesStoryTest(@TempDir Path folder) {
    this.folder = folder;
    this.stage = new Stage(folder).clock(clock);
  }

  private Path table() throws IOException {
    Path file = folder.resolve("bview.mrt");
    return Files.write(file, Stage.table(Instant.now().minusSeconds(1_200)).octets());
  }

  private List<String> tables() {
    Path tables = folder.resolve("tables");
    try (Stream<Path> files = Files.isDirectory(tables) ? Files.list(tables) : Stream.empty()) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> !each.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Responsible who(Instant at) throws IOException {
    TableShelf shelf = TableShelf.open(folder.resolve("tables"), clock);
    return new TableAttributor(CircleFile.read(CircleFile.demo()).orThrow(), shelf.tables())
        .attribute(INSIDE, at)
        .responsible();
  }

  @Test
  void what_a_table_says_is_how_it_is_and_what_comes_behind_it_is_news() throws IOException {
    stage.feed("table", "file", table() + " rrc06").recorded("rrc06");
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      stage.awaitSaid("the watch begins: 102 prefixes, 4 routers");
      stage.awaitSaid("bview.mrt is read, 0 damaged records");
      assertThat(stage.incidents()).isEmpty();
      stage.put("001", Stage.announced(Instant.now(), Stage.HOME, Stage.STRANGER));
      stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> true);
    }
  }

  @Test
  void a_collectors_table_is_that_of_its_routers_in_ris_live() throws IOException {
    try (RisServer server = new RisServer()) {
      stage.feed("table", "file", table() + " rrc06").feed("world", "ris-live", server.uri());
      try (LiveWatch watch = stage.watch()) {
        stage.await("the begin", watch::hasBegun);
        stage.await("the subscription", () -> server.connections() == 1);
        for (int number = 1; number <= 2; number++) {
          RisServer.Peer by = new RisServer.Peer("rrc06.ripe.net", number);
          server.announces(by, Stage.HOME.toString(), Stage.TRANSIT, Stage.STRANGER);
        }
        stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> each.vantages() == 2);
        assertThat(Stage.line(watch, "world").vantages()).isEqualTo(2);
        assertThat(Stage.line(watch, "table").vantages()).isEqualTo(Stage.PEERS);
      }
    }
  }

  @Test
  void a_table_that_is_missing_or_damaged_is_said_and_the_watch_begins_without()
      throws IOException {
    Path damaged = Files.write(folder.resolve("damaged.mrt"), new byte[] {1, 2, 3, 4, 5, 6, 7});
    stage
        .feed("a", "file", folder.resolve("missing").toString())
        .feed("b", "file", damaged.toString())
        .recorded("rrc06");
    stage.put("001", Stage.table(Instant.now().minusSeconds(1_200)));
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      stage.awaitSaid("missing is not read to its end");
      assertThat(stage.words()).anyMatch(each -> each.contains("damaged.mrt"));
      stage.awaitSaid("the watch begins: 102 prefixes");
    }
  }

  @Test
  void a_report_is_attributed_by_the_origin_of_its_time_that_the_watch_wrote() throws IOException {
    stage.recorded("rrc06").tables(folder.resolve("tables"));
    stage.put("001", Stage.table(Instant.now().minusSeconds(1_200)));
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      stage.await("a table", () -> tables().size() == 1);
      Instant first = clock.instant();
      assertThat(who(first)).isEqualTo(outside(Stage.OWN));
      clock.jump(Duration.ofMinutes(61));
      stage.put("002", Stage.announced(clock.instant(), Stage.HOME, Stage.STRANGER));
      stage.await("what changed", () -> tables().size() == 2);
      assertThat(tables().getLast()).endsWith("-changes.gz");
      Instant later = clock.instant().plusSeconds(1);
      assertThat(who(later)).isEqualTo(outside(Stage.STRANGER));
      assertThat(who(first)).as("a report of before").isEqualTo(outside(Stage.OWN));
      assertThat(who(first.minus(Duration.ofDays(9)))).isEqualTo(Responsible.UNKNOWN);
    }
  }

  private static Responsible outside(int asn) {
    return new Responsible.Outside(new Asn(asn), "", "");
  }
}
