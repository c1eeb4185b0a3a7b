package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Place;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** A row of which more may be told than when it came comes again, with that. */
@SuppressWarnings("NullAway.Init")
class MoreOfARowStoryTest {
  private static final String ROWS = "clause/rows";
  private static final String EXACTLY = "clause/exactly";
  private static final String FILE =
      """
      policy: Clauses of a test
      packs: [core]
      bases:
        - id: clause/rows
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          ceiling: {place: /24}
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
        - id: clause/exactly
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 2
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();
  private Spine spine;
  private int reports;

  @BeforeEach
  void open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "alpha-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), FILE);
    spine =
        Spine.open(
            SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
                .withDatabase(url)
                .withPolicy(policy)
                .withClock(clock),
            SmallCircle.knowledge());
  }

  @AfterEach
  void close() {
    spine.close();
  }

  private void read(MemberId holder, int... numbers) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      text.append(DAY + number).append(" 10.64.0.7 1 conficker\n");
    }
    reports++;
    spine
        .intake()
        .accept(
            new Arrival(holder, reports + ".rows", "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private void adopt(MemberId holder, String clause) {
    record(holder, new Deed.Adopted(clause, holder.party(), Optional.empty()));
  }

  private void leave(MemberId holder, String clause) {
    record(holder, new Deed.Left(clause, holder.party()));
  }

  private void record(MemberId holder, Deed deed) {
    clock.pass(Duration.ofSeconds(1));
    Entry.By by = new Entry.By(holder, "Ito");
    spine.grounds().record(by, List.of(deed), clock.instant(), "page");
    clock.pass(Duration.ofSeconds(1));
  }

  /** One who goes on from cursor to cursor: "3" came with a block, "3!" with its address. */
  private final class Consumer {
    private Optional<String> cursor = Optional.empty();
    private final List<String> got = new ArrayList<>();

    boolean pull(int most) {
      Batch batch =
          spine
              .deliveries()
              .pull(new Pull(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, cursor, most));
      cursor = Optional.of(batch.cursor());
      for (Disclosure row : batch.rows()) {
        boolean exact = row.sourcePlace() instanceof Place.Exact;
        got.add((row.time().orElseThrow().epochSecond() - DAY) + (exact ? "!" : ""));
      }
      return batch.more();
    }

    List<String> all(int most) {
      int before = got.size();
      for (int batches = 1; pull(most); batches++) {
        assertThat(batches).as("batches; it goes round in a circle").isLessThan(2_000);
      }
      return got.subList(before, got.size());
    }
  }

  @Test
  void rows_come_again_with_what_may_be_told_of_them_since() throws Exception {
    adopt(GAMMA, ROWS);
    read(GAMMA, 1, 2);
    read(ALPHA, 3);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly("1", "2", "3!");
    adopt(GAMMA, EXACTLY);
    read(GAMMA, 4);
    assertThat(consumer.all(1)).containsExactly("1!", "2!", "4!");
    assertThat(consumer.all(10)).isEmpty();
    assertThat(new Consumer().all(2)).as("from the beginning").contains("1!", "2!", "3!", "4!");
  }

  @Test
  void what_came_with_all_of_it_before_less_was_told_does_not_come_again() throws Exception {
    adopt(GAMMA, ROWS);
    adopt(GAMMA, EXACTLY);
    read(GAMMA, 1);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly("1!");
    leave(GAMMA, EXACTLY);
    read(GAMMA, 2);
    assertThat(consumer.all(10)).containsExactly("2");
    adopt(GAMMA, EXACTLY);
    assertThat(consumer.all(10)).containsExactly("2!");
    assertThat(consumer.all(10)).isEmpty();
  }

  @Test
  void what_was_withheld_and_then_told_in_part_comes_with_the_rest_later() throws Exception {
    read(GAMMA, 1, 2);
    read(ALPHA, 3);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly("3!");
    adopt(GAMMA, ROWS);
    assertThat(consumer.all(1)).containsExactly("1", "2");
    close();
    open();
    adopt(GAMMA, EXACTLY);
    assertThat(consumer.pull(1)).isTrue();
    close();
    open();
    assertThat(consumer.all(1)).containsExactly("2!");
    assertThat(consumer.got).containsExactly("3!", "1", "2", "1!", "2!");
  }

  @Test
  void whoever_pulls_at_whatever_pace_has_everything_with_all_that_may_be_told_in_the_end()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Consumer> consumers = List.of(new Consumer(), new Consumer());
    Map<MemberId, Integer> adopted = new HashMap<>(Map.of(BETA, 0, GAMMA, 0));
    int next = 0;
    for (int turn = 0; turn < 60; turn++) {
      MemberId holder = random.nextBoolean() ? BETA : GAMMA;
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          read(holder, next, next + 1);
          next += 2;
        }
        case 2 -> {
          if (random.nextInt(4) == 0) {
            adoptNext(holder, adopted);
          }
        }
        default -> consumers.get(random.nextInt(2)).pull(1 + random.nextInt(4));
      }
    }
    for (MemberId holder : List.of(BETA, GAMMA, BETA, GAMMA)) {
      adoptNext(holder, adopted);
    }
    for (Consumer consumer : consumers) {
      consumer.all(1 + random.nextInt(5));
      for (int number = 0; number < next; number++) {
        assertThat(consumer.got).as("seed %d", seed).contains(number + "!");
      }
      assertThat(consumer.got).as("seed %d", seed).doesNotHaveDuplicates();
    }
  }

  /** Blocks first, addresses afterwards. */
  private void adoptNext(MemberId holder, Map<MemberId, Integer> adopted) {
    int step = adopted.merge(holder, 1, Integer::sum);
    if (step <= 2) {
      adopt(holder, step == 1 ? ROWS : EXACTLY);
    }
  }
}
