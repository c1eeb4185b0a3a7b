package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.FeedLook;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.hub.routes.FeedStates.Health;
import tenbin.proof.routes.live.RisServer.Peer;

/** A watch that runs listens to a service of RIS Live's kind, which is cut off and comes back. */
class RisLiveStoryTest {
  private static final List<Peer> PEERS =
      List.of(new Peer("rrc06", 1), new Peer("rrc21", 2), new Peer("rrc21.ripe.net", 3));

  private final Stage stage;

  RisLiveStoryTest(@TempDir Path folder) {
    stage = new Stage(folder);
  }

  private static void tellHome(RisServer server) {
    PEERS.forEach(each -> server.announces(each, Stage.HOME.toString(), Stage.TRANSIT, Stage.OWN));
  }

  private static boolean allCount(LiveWatch watch) {
    FeedLook look = watch.feeds().getFirst();
    return look.vantages().size() == PEERS.size()
        && look.vantages().stream().allMatch(each -> each.state().counts());
  }

  @Test
  void what_the_service_tells_is_watched_and_a_cut_connection_is_lost_said_and_made_again()
      throws IOException {
    try (RisServer server = new RisServer();
        LiveWatch watch = watch(server)) {
      stage.await("the subscription", () -> server.connections() == 1);
      assertThat(server.asked().getFirst()).contains("ris_subscribe");
      tellHome(server);
      stage.await("the begin", watch::hasBegun);
      stage.await("who has no table counts soon", () -> allCount(watch));
      assertThat(stage.incidents()).isEmpty();

      server.tell("{\"type\":\"ris_message\",\"data\":{\"type\":\"UPDATE\"}}");
      PEERS
          .subList(0, 2)
          .forEach(
              each -> server.announces(each, Stage.HOME.toString(), Stage.TRANSIT, Stage.STRANGER));
      Incident hijack =
          stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> each.state() == State.ONGOING);
      stage.await("both in its picture", () -> witnesses(hijack).size() == 2);
      assertThat(witnesses(hijack)).containsExactlyInAnyOrder("rrc06", "rrc21");
      FeedState good = Stage.line(watch, "world");
      assertThat(good.health()).isEqualTo(Health.GOOD);
      assertThat(good.words()).isEmpty();
      assertThat(good.refused()).as("the damaged one").isOne();

      server.cut();
      stage.await("the line says it", () -> Stage.line(watch, "world").health() == Health.SILENT);
      assertThat(Stage.line(watch, "world").words()).isNotEmpty();
      stage.await(
          "the loss",
          () ->
              watch.feeds().getFirst().vantages().stream()
                  .allMatch(each -> each.state() == HealthState.DOWN));
      stage.await("another connection", () -> server.connections() == 2);
      assertThat(stage.incident(Kind.VISIBILITY_LOSS)).as("lost is not withdrawn").isEmpty();
      tellHome(server);
      stage.await("all is well", () -> Stage.line(watch, "world").health() == Health.GOOD);
      stage.await("all count again", () -> allCount(watch));
      assertThat(stage.incidents()).hasSize(1);
    }
  }

  private LiveWatch watch(RisServer server) throws IOException {
    return stage.feed("world", "ris-live", server.uri()).watch();
  }

  private List<String> witnesses(Incident incident) {
    return stage.desk().incidents().steps(incident.id()).kept().stream()
        .map(each -> each.from().feed())
        .distinct()
        .toList();
  }

  @Test
  void what_was_hijacked_before_the_watch_began_is_found() throws IOException {
    try (RisServer server = new RisServer();
        LiveWatch watch = watch(server)) {
      stage.await("the subscription", () -> server.connections() == 1);
      PEERS.forEach(
          each -> server.announces(each, Stage.HOME.toString(), Stage.TRANSIT, Stage.STRANGER));
      stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> each.vantages() == PEERS.size());
      stage.await("the begin", watch::hasBegun);
      Stage.pause();
      assertThat(stage.incidents()).hasSize(1);
      assertThat(stage.incidents().getFirst().state()).isEqualTo(State.ONGOING);
    }
  }

  @Test
  void without_a_table_no_link_is_called_unknown() throws IOException {
    try (RisServer server = new RisServer();
        LiveWatch watch = watch(server)) {
      stage.await("the subscription", () -> server.connections() == 1);
      tellHome(server);
      stage.await("the begin", () -> watch.hasBegun() && allCount(watch));
      for (Peer each : PEERS) {
        server.announces(each, Stage.HOME.toString(), 3_210, 3_211, Stage.OWN);
        server.announces(each, "185.77.0.0/16", 3_210, 3_212, 3_300);
      }
      stage.await("they are heard", () -> watch.feeds().getFirst().told() == 9);
      Stage.pause();
      assertThat(stage.incidents()).isEmpty();
    }
  }

  @Test
  void a_service_cannot_speak_for_a_members_router() throws IOException {
    try (RisServer server = new RisServer();
        LiveWatch watch = watch(server)) {
      stage.await("the subscription", () -> server.connections() == 1);
      tellHome(server);
      stage.await("the begin", () -> watch.hasBegun() && allCount(watch));
      for (String host : List.of("member:aozora", "bmp:member:aozora")) {
        server.announces(new Peer(host, 9), Stage.HOME.toString(), Stage.TRANSIT, Stage.STRANGER);
      }
      Incident hijack = stage.awaitIncident(Kind.ORIGIN_HIJACK, each -> true);
      stage.await("its picture", () -> witnesses(hijack).size() == 2);
      assertThat(witnesses(hijack)).allMatch(each -> each.startsWith("world/"));
    }
  }
}
