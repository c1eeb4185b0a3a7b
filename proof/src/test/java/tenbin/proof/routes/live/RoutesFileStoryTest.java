package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.incident.Kind;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.hub.routes.FeedStates.Health;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RouteFile;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.net.Asn;
import tenbin.spine.roster.CircleFile;

/** A hub that runs whole, on its database, with a routes file of every key. */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
class RoutesFileStoryTest {
  private static final Duration MOST = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private HubStart how(RisServer server) throws IOException {
    Files.writeString(folder.resolve("aozora.md5"), "secret of both\n");
    Files.writeString(folder.resolve("vrps.json"), "{\"roas\": []}");
    Files.writeString(folder.resolve("irr.db"), "route: 192.0.2.0/24\norigin: AS1\nsource: X\n");
    Files.writeString(folder.resolve("as-rel.txt"), "1|2|-1\n");
    Files.writeString(folder.resolve("lans.txt"), "195.66.224.0/22 an exchange\n");
    Files.write(
        folder.resolve("table.mrt"), Stage.table(Instant.now().minusSeconds(1_200)).octets());
    Files.createDirectory(folder.resolve("mrt"));
    Path routes =
        Files.writeString(
            folder.resolve("routes.properties"),
            """
            group = routing-wg
            feed.world = ris-live %1$s
            feed.table = file %2$s/table.mrt rrc06
            feed.rrc01 = folder %2$s/mrt
            feed.monitor = bmp 127.0.0.1:0 192.0.2.7
            feed.member.aozora = bgp 127.0.0.1:0 64500 10.0.0.1 192.0.2.9 64502
            guard.member.aozora = md5 %2$s/aozora.md5 hops 1
            beacon.rrc00 = 84.205.64.0/24 120
            vrps = %2$s/vrps.json
            rtr = 127.0.0.1:1
            irr = %2$s/irr.db
            as-rel = %2$s/as-rel.txt
            exchanges = %2$s/lans.txt
            state = %2$s/state
            tables = %2$s/tables
            settle = 1
            """
                .formatted(server.uri(), folder));
    return new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo())),
            "127.0.0.1",
            0,
            true,
            false,
            Clock.systemUTC())
        .withRoutes(RouteFile.read(routes));
  }

  @Test
  void every_key_of_the_routes_file_reaches_the_watch_of_a_hub() throws IOException {
    try (RisServer server = new RisServer();
        RunningHub hub = RunningHub.start(how(server))) {
      Declaration home =
          new Declaration(
              Stage.AOZORA,
              Set.of(new Asn(Stage.OWN)),
              Set.of(),
              Set.of(),
              Set.of(),
              List.of(Watched.of(Stage.HOME)),
              List.of());
      hub.routes()
          .declarations()
          .declare(home, new DeclarationBook.By(Instant.now(), "story", "page"));
      await(hub, "the table", () -> line(hub, "table").told() > 400);
      await(hub, "the subscription", () -> server.connections() == 1);
      await(hub, "who has told all", () -> line(hub, "table").health() == Health.GOOD);
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos()); // The declaration is looked for.
      for (int number = 1; number <= 2; number++) {
        RisServer.Peer by = new RisServer.Peer("rrc06", number);
        server.announces(by, Stage.HOME.toString(), Stage.TRANSIT, Stage.STRANGER);
      }
      await(
          hub,
          "the hijack",
          () ->
              hub.routes().incidents().newest(9).stream()
                  .anyMatch(each -> each.incident().cause().kind() == Kind.ORIGIN_HIJACK));
      assertThat(line(hub, "world").health()).isEqualTo(Health.GOOD);
      assertThat(line(hub, "rtr").words())
          .startsWith("its ROAs do not count, a file's do: no connection");
      assertThat(line(hub, "member:aozora").words())
          .contains("packets had another TCP-MD5 password", "farther than 1 hops")
          .doesNotContain("secret");
      assertThat(line(hub, "monitor").health()).isEqualTo(Health.SILENT);
    }
  }

  private static FeedState line(RunningHub hub, String feed) {
    return hub.feeds().all().stream()
        .filter(each -> each.name().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  private static void await(RunningHub hub, String what, BooleanSupplier so) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what + "; " + hub.feeds().all());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
