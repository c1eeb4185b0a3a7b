package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.FeedLook;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.hub.routes.FeedStates;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.daemons.Bird;
import tenbin.proof.routes.daemons.Frr;
import tenbin.proof.routes.daemons.GoBgp;
import tenbin.proof.routes.daemons.OneAtOnce;
import tenbin.proof.routes.daemons.Router;

/** FRR and GoBGP tell a watch that runs of their session with a BIRD, which hijacks a member. */
@Tag("slow")
@ExtendWith(OneAtOnce.class)
class MonitorsStoryTest {
  private static final String OTHERS = "185.20.0.0/16";
  private static final String OWN = "185.30.0.0/16";

  private final Bird bird = new Bird();
  private final Frr frr = new Frr();
  private final GoBgp gobgp = new GoBgp();
  private final Path folder;
  private final Stage stage;

  MonitorsStoryTest(@TempDir Path folder) {
    this.folder = folder;
    this.stage = new Stage(folder);
  }

  private Path in(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static FeedLook look(LiveWatch watch, String feed) {
    return watch.feeds().stream()
        .filter(each -> each.name().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  private static boolean counts(LiveWatch watch, String feed) {
    List<Health> routers = look(watch, feed).vantages();
    return !routers.isEmpty() && routers.stream().allMatch(each -> each.state().counts());
  }

  @Test
  void a_hijack_behind_monitored_routers_is_an_incident_and_a_dead_router_withdraws_nothing()
      throws IOException {
    List.<Router>of(bird, frr, gobgp).forEach(Router::assumeHere);
    int ofFrr = Router.Ports.free();
    int ofGoBgp = Router.Ports.free();
    stage
        .declare(new MemberId("tsubame"), 64_505, Prefix.parse(OTHERS))
        .declare(new MemberId("hayate"), 64_502, Prefix.parse(OWN))
        .feed("member:aozora", "bmp", "127.0.0.1:" + ofFrr + " 127.0.0.1")
        .feed("exchange", "bmp", "127.0.0.1:" + ofGoBgp + " 127.0.0.1");
    try (LiveWatch watch = stage.watch();
        bird;
        frr;
        gobgp) {
      bird.tells(frr, Frr.PORT);
      bird.tells(gobgp, GoBgp.PORT);
      frr.start(in("frr"), new Router.Ports(1, ofFrr), Map.of());
      gobgp.start(in("gobgp"), new Router.Ports(1, ofGoBgp), Map.of());
      bird.start(in("bird"), new Router.Ports(1, 0), Map.of(OWN, "64502:1"));
      stage.await(
          "both count",
          () -> watch.hasBegun() && counts(watch, "member:aozora") && counts(watch, "exchange"));
      story(watch);
    } catch (AssertionError failed) {
      System.err.println(frr.diagnosis() + gobgp.diagnosis() + bird.diagnosis());
      throw failed;
    }
  }

  private void story(LiveWatch watch) {
    assertThat(stage.incidents()).as("what is declared is no incident").isEmpty();
    long asked = System.nanoTime();
    bird.announce(OTHERS, "64502:2");
    Incident hijack =
        stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> each.state() == State.ONGOING);
    System.out.println("in the book after " + (System.nanoTime() - asked) / 1_000_000 + " ms");
    assertThat(hijack.cause().by()).isEqualTo(new Asn(64_502));
    stage.await(
        "seen by both", () -> feeds(hijack).containsAll(List.of("member:aozora", "bmp:exchange")));

    frr.close();
    stage.await(
        "the loss",
        () ->
            look(watch, "member:aozora").vantages().stream()
                .allMatch(each -> each.state() == HealthState.DOWN));
    FeedStates.FeedState line = Stage.line(watch, "member:aozora");
    assertThat(line.health()).isEqualTo(FeedStates.Health.SILENT);
    assertThat(line.words()).isNotEmpty();
    Stage.pause();
    assertThat(stage.incident(Kind.VISIBILITY_LOSS)).as("lost is not withdrawn").isEmpty();
    assertThat(stage.incidents()).hasSize(1);
    assertThat(stage.incidents().getFirst().state()).isEqualTo(State.ONGOING);

    bird.withdraw(OTHERS);
    stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> each.state() == State.WITHDRAWN);
  }

  private List<String> feeds(Incident incident) {
    return stage.desk().incidents().steps(incident.id()).kept().stream()
        .map(each -> each.from().feed())
        .distinct()
        .toList();
  }
}
