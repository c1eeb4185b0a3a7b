package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.PseudonymKeys;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** A ground that lets rows go in part, in a running hub: nobody searches the rest out of it. */
class LevelStoryTest {
  private static final String FILE =
      """
      policy: A letter that allows less than all
      packs: [core]
      bases:
        - id: letter
          kind: contract-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          ceiling: {place: LEVEL, time: hour}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: a letter
      facts:
        - {about: alpha-net, key: sector, value: finance, from: 2020-01-01}
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();

  private Spine open(String level) throws Exception {
    Path circle = data.resolve("circle.txt");
    Files.writeString(circle, "alpha-net");
    Path folder = Files.createDirectories(data.resolve("policy"));
    Files.writeString(folder.resolve("letter.yaml"), FILE.replace("LEVEL", level));
    Spine spine =
        Spine.open(
            SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
                .withDatabase(url)
                .withPolicy(folder)
                .withClock(clock),
            SmallCircle.knowledge());
    byte[] row = ((DAY + 30_615) + " 10.64.0.77 1 conficker\n").getBytes(StandardCharsets.UTF_8);
    Arrival arrival = new Arrival(GAMMA, "a.rows", "", Optional.empty(), Optional.empty());
    spine.intake().accept(arrival, new ByteArrayInputStream(row));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
    return spine;
  }

  private static List<Disclosure> found(Spine spine, Instant from, Instant to, String text) {
    return spine.deliveries().newest(search(from, to, text), Outlet.PAGE);
  }

  private static Deliveries.Search search(Instant from, Instant to, String text) {
    return new Deliveries.Search(
        ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, from, to, "", text, 10, 0);
  }

  @Test
  void row_is_told_as_coarsely_as_its_ground_allows_and_found_by_nothing_finer() throws Exception {
    Instant hour = Instant.ofEpochSecond(DAY + 8 * 3_600);
    try (Spine spine = open("/24")) {
      Disclosure row = found(spine, hour, hour.plusSeconds(1), "").getFirst();
      assertThat(row.sourcePlace()).hasToString("10.64.0.0/24");
      assertThat(row.time().orElseThrow().instant()).isEqualTo(hour);
      assertThat(found(spine, hour, hour.plusSeconds(1), "10.64.0.0/24")).hasSize(1);
      assertThat(found(spine, hour, hour.plusSeconds(1), "10.64.0.0/16")).hasSize(1);
      assertThat(found(spine, hour, hour.plusSeconds(1), "10.64.0.77")).isEmpty();
      Instant seen = Instant.ofEpochSecond(DAY + 30_615);
      assertThat(found(spine, seen, seen.plusSeconds(1), "")).isEmpty();
      assertThat(found(spine, hour.plusSeconds(1), hour.plusSeconds(3_600), "")).isEmpty();
      assertThat(
              spine
                  .deliveries()
                  .tally(search(hour, hour.plusSeconds(3_600), ""), Duration.ofHours(1)))
          .containsExactly(new Deliveries.Tally(hour, "infected-system", 1));
    }
  }

  @Test
  void row_told_by_its_sector_is_found_by_it_and_by_nothing_finer() throws Exception {
    Instant hour = Instant.ofEpochSecond(DAY + 8 * 3_600);
    try (Spine spine = open("SECTOR")) {
      Disclosure row = found(spine, hour, hour.plusSeconds(1), "").getFirst();
      assertThat(row.sourcePlace()).hasToString("finance");
      assertThat(row.source().address().isPresent()).isFalse();
      assertThat(found(spine, hour, hour.plusSeconds(1), "Finance")).hasSize(1);
      assertThat(found(spine, hour, hour.plusSeconds(1), "金融")).hasSize(1);
      assertThat(found(spine, hour, hour.plusSeconds(1), "hosting")).isEmpty();
      assertThat(found(spine, hour, hour.plusSeconds(1), "10.64.0.0/16")).isEmpty();
    }
  }

  @Test
  void name_of_an_address_stays_while_its_key_does_and_goes_with_it() throws Exception {
    Instant hour = Instant.ofEpochSecond(DAY + 8 * 3_600);
    try (Spine spine = open("PSEUDONYM");
        Database beside = Database.open(url)) {
      String first = name(spine, hour);
      assertThat(first).startsWith("pseudonym-");
      clock.pass(Duration.ofDays(1));
      assertThat(name(spine, hour)).isEqualTo(first);
      PseudonymKeys keys = new PseudonymKeys(beside, clock);
      assertThat(keys.destroy(ALPHA)).isTrue();
      spine.lookForPseudonyms();
      String second = name(spine, hour);
      assertThat(second).startsWith("pseudonym-").isNotEqualTo(first);
      clock.pass(PseudonymKeys.LIFE);
      assertThat(name(spine, hour)).as("replaced in time").isNotIn(first, second);
      keys.look();
      assertThat(keys.history()).hasSize(3);
      assertThat(keys.history().stream().filter(each -> each.destroyedAt().isPresent())).hasSize(2);
      assertThat(keys.destroy(GAMMA)).as("it never had one").isFalse();
    }
  }

  private static String name(Spine spine, Instant hour) {
    return found(spine, hour, hour.plusSeconds(1), "").getFirst().sourcePlace().toString();
  }
}
