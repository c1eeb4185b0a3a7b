package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.registry.IrrState;
import tenbin.desks.routes.registry.Rov;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Files of registries are replaced while a watch runs: it goes by the new one, unless broken. */
class ReferenceFilesStoryTest {
  private static final int LEAKER = 3_400;
  private static final int PROVIDER = 3_500;

  private final Path folder;
  private final Stage stage;
  private int recordings;

  ReferenceFilesStoryTest(@TempDir Path folder) {
    this.folder = folder;
    this.stage = new Stage(folder);
  }

  @BeforeEach
  void begin() throws IOException {
    replace("vrps.json", roa(Stage.OWN));
    replace("irr.db", routeObject(Stage.OWN));
    replace("as-rel.txt", "3300|3301|-1\n");
    replace("exchanges.txt", "195.66.224.0/22 LINX\n");
    ReferencePlaces places =
        new ReferencePlaces(
            Optional.of(folder.resolve("vrps.json")),
            Optional.empty(),
            List.of(folder.resolve("irr.db")),
            Optional.of(folder.resolve("as-rel.txt")),
            Optional.of(folder.resolve("exchanges.txt")));
    stage.recorded("rrc06").references(places);
    stage.put("001", Stage.table(Instant.now().minusSeconds(1_200)));
  }

  private void replace(String name, String text) throws IOException {
    Path beside = Files.writeString(folder.resolve("." + name), text);
    Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String roa(int asn) {
    return """
    {"metadata": {"buildtime": "2026-01-31T00:00:00Z"},
     "roas": [{"asn": "AS%d", "prefix": "%s", "maxLength": 24, "ta": "test"}]}
    """
        .formatted(asn, Stage.HOME);
  }

  private static String routeObject(int asn) {
    return "route: %s\norigin: AS%d\nmnt-by: MAINT-AOZORA\nsource: JPIRR\n\n"
        .formatted(Stage.HOME, asn);
  }

  private void announced(Prefix prefix, int... behind) throws IOException {
    recordings++;
    Recording some = Stage.announced(Instant.now(), prefix, behind);
    stage.put("01" + recordings, some);
  }

  @Test
  void roas_and_route_objects_that_change_judge_routes_that_stand() throws IOException {
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      replace("vrps.json", "{\"roas\": [ broken");
      stage.awaitSaid("vrps.json is not read");
      replace("irr.db", "nothing of a registry\n");
      stage.awaitSaid("irr.db has nothing in it");
      Files.delete(folder.resolve("exchanges.txt"));
      stage.awaitSaid("exchanges.txt is not read");
      assertThat(watch.references().vrps().state(Stage.HOME, Stage.OWN)).isEqualTo(Rov.VALID);
      assertThat(watch.references().irr().state(Stage.HOME, Stage.OWN)).isEqualTo(IrrState.MATCH);
      assertThat(watch.references().lans().size()).isOne();
      assertThat(stage.incidents()).isEmpty();

      replace("vrps.json", roa(Stage.STRANGER));
      Incident invalid = going(Kind.RPKI_INVALID);
      assertThat(invalid.cause().by()).isEqualTo(new Asn(Stage.OWN));
      going(Kind.ROA_JUST_CHANGED);
      replace("irr.db", routeObject(3_999));
      going(Kind.IRR_MISMATCH);

      replace("vrps.json", roa(Stage.OWN));
      replace("irr.db", routeObject(Stage.OWN));
      stage.awaitIncident(Kind.RPKI_INVALID, each -> each.state() == State.OUTDATED);
      stage.awaitIncident(Kind.IRR_MISMATCH, each -> each.state() == State.OUTDATED);
      stage.awaitIncident(Kind.ROA_JUST_CHANGED, each -> each.state().isOver());
      assertThat(stage.words().stream().filter(each -> each.contains("exchanges.txt is not")))
          .as("said once")
          .hasSize(1);
    }
  }

  private Incident going(Kind kind) {
    return stage.awaitIncident(kind, each -> each.state() == State.ONGOING);
  }

  @Test
  void relations_and_networks_of_exchanges_that_change_judge_what_comes() throws IOException {
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      announced(Stage.HOME, LEAKER, PROVIDER, Stage.OWN);
      announced(Prefix.parse("185.1.8.0/24"), Stage.STRANGER);
      stage.await("they are read", () -> watch.feeds().getFirst().told() >= 414);
      Stage.pause();
      assertThat(stage.incident(Kind.ROUTE_LEAK)).isEmpty();
      assertThat(stage.incident(Kind.IXP_LAN)).isEmpty();

      replace("as-rel.txt", "3200|%1$d|-1\n3500|%1$d|-1\n".formatted(LEAKER));
      replace("exchanges.txt", "# of Japan\n185.1.8.0/22 an exchange\n");
      stage.await(
          "both are read",
          () ->
              stage.wasSaid("as-rel.txt is read: 2")
                  && watch.references().lans().size() == 1
                  && watch.references().lans().of(Prefix.parse("185.1.8.0/24")).isPresent());
      announced(Stage.HOME, LEAKER, PROVIDER, Stage.OWN);
      announced(Prefix.parse("185.1.9.0/24"), Stage.STRANGER);
      assertThat(going(Kind.ROUTE_LEAK).cause().by()).isEqualTo(new Asn(LEAKER));
      going(Kind.IXP_LAN);
    }
  }
}
