package tenbin.proof.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.roster.CircleFile;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The membership agreement is revoked at a random moment while a member pulls, streams and
 * downloads: nothing that leaves a second later rests on it, by the ledger's own lines.
 */
class RevocationStoryTest {
  private static final MemberId HAYATE = new MemberId("hayate");
  private static final String AGREEMENT = "membership-2026";
  private static final Duration READING = Duration.ofMinutes(3);

  /** A decision holds a second at most; two of them show that none held longer. */
  private static final Duration AFTER = Duration.ofSeconds(2);

  /** The consequences wait two seconds for what is on its way, and come with the next round. */
  private static final Duration RECALLED_WITHIN = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private record Line(Instant at, String outlet, boolean restsOnIt) {}

  @Test
  void nothing_rests_on_a_revoked_agreement_a_second_later_whatever_fetches() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    DemoClock clock = new DemoClock(Clock.systemUTC());
    try (RunningHub hub = RunningHub.start(how(clock))) {
      Circle circle = hub.circle();
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
      DemoLoad.into(
          hub.intake(),
          DemoDay.of(circle, day, DemoDay.USUAL_SEED),
          clock,
          () -> assertThat(hub.awaitCaughtUp(READING)).isTrue());
      String token =
          new Tokens(new PostgresTokenBook(hub.dataSource()), clock)
              .mint(HAYATE, "story", EnumSet.allOf(Scope.class), Duration.ofDays(1))
              .secret();
      try (Fetching hayate = new Fetching(hub.address(), token)) {
        hayate.streaming();
        hayate.downloading(HAYATE.text());
        String cursor = "";
        for (int pulls = 5 + random.nextInt(30); pulls > 0; pulls--) {
          cursor = cursorOf(hayate.pull(cursor));
        }
        Entry.By by = new Entry.By(new MemberId("secretariat"), "the story");
        Deed revoked = new Deed.Ended(AGREEMENT);
        hub.grounds().record(by, List.of(revoked), clock.instant(), "a letter, seed " + seed);
        Instant since = clock.instant();
        do {
          assertThat(hayate.pull("").statusCode()).as("its own rows stay its own").isEqualTo(200);
        } while (clock.instant().isBefore(since.plus(AFTER)));
        assertLedger(lines(hayate), since, seed);
        assertRecalled(hayate, clock);
      }
    }
  }

  private HubStart how(Clock clock) throws Exception {
    Path file = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    return new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(file),
            "127.0.0.1",
            0,
            true,
            false,
            clock)
        .withTables(TableFiles.demo());
  }

  private static String cursorOf(HttpResponse<String> batch) {
    boolean more = batch.headers().firstValue("Tenbin-More").orElse("").equals("true");
    return more ? batch.headers().firstValue("Tenbin-Cursor").orElse("") : "";
  }

  private static List<Line> lines(Fetching member) throws Exception {
    List<Line> lines = new ArrayList<>();
    JsonNode told = JsonMapper.shared().readTree(member.get("api/v1/receipts?most=1000").body());
    for (JsonNode each : told.path("receipts")) {
      boolean rests = false;
      for (JsonNode basis : each.path("bases")) {
        rests |= basis.asString().equals(AGREEMENT);
      }
      Instant at = Instant.parse(each.path("at").asString());
      lines.add(new Line(at, each.path("outlet").asString(), rests));
    }
    return lines;
  }

  private static void assertLedger(List<Line> lines, Instant since, long seed) {
    assertThat(lines)
        .filteredOn(Line::restsOnIt)
        .extracting(Line::outlet)
        .as("each way was under way, seed %d", seed)
        .contains("api", "stream", "download");
    Instant second = since.plusSeconds(1);
    assertThat(lines)
        .filteredOn(line -> line.at.isAfter(second))
        .as("lines that rest on it a second later, seed %d", seed)
        .noneMatch(Line::restsOnIt);
    assertThat(lines)
        .filteredOn(line -> line.at.isAfter(since) && line.outlet.equals("api"))
        .as("pulls that begin after it, seed %d", seed)
        .isNotEmpty()
        .noneMatch(Line::restsOnIt);
  }

  private static void assertRecalled(Fetching member, Clock clock) throws Exception {
    Instant until = clock.instant().plus(RECALLED_WITHIN);
    JsonNode recalls;
    do {
      recalls = JsonMapper.shared().readTree(member.get("api/v1/recalls").body()).path("recalls");
    } while (recalls.isEmpty() && clock.instant().isBefore(until));
    assertThat(recalls).hasSize(1);
    assertThat(recalls.path(0).path("basis").asString()).isEqualTo(AGREEMENT);
    assertThat(recalls.path(0).path("state").asString()).isEqualTo("open");
    assertThat(Long.parseLong(recalls.path(0).path("rows").asString())).isPositive();
  }
}
