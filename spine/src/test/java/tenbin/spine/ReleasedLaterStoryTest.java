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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
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

/** What was withheld as a recipient's cursor passed comes behind that cursor once it may go. */
@SuppressWarnings("NullAway.Init")
class ReleasedLaterStoryTest {
  private static final String CLAUSE = "clause/rows";
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
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
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

  /** Rows for alpha; each has its own second, by which it is known again. */
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

  private void adopt(MemberId holder) {
    record(holder, new Deed.Adopted(CLAUSE, holder.party(), Optional.empty()));
  }

  private void leave(MemberId holder) {
    record(holder, new Deed.Left(CLAUSE, holder.party()));
  }

  private void record(MemberId holder, Deed deed) {
    clock.pass(Duration.ofSeconds(1));
    Entry.By by = new Entry.By(holder, "Ito");
    spine.grounds().record(by, List.of(deed), clock.instant(), "page");
    clock.pass(Duration.ofSeconds(1));
  }

  /** One who goes on from cursor to cursor. */
  private final class Consumer {
    private Optional<String> cursor = Optional.empty();
    private final List<Integer> got = new ArrayList<>();

    /** One batch of at most so many rows. */
    boolean pull(int most) {
      Batch batch =
          spine
              .deliveries()
              .pull(new Pull(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, cursor, most));
      cursor = Optional.of(batch.cursor());
      for (Disclosure row : batch.rows()) {
        got.add((int) (row.time().orElseThrow().epochSecond() - DAY));
      }
      return batch.more();
    }

    List<Integer> all(int most) {
      int before = got.size();
      for (int batches = 1; pull(most); batches++) {
        assertThat(batches).as("batches; it goes round in a circle").isLessThan(2_000);
      }
      return got.subList(before, got.size());
    }
  }

  @Test
  void rows_withheld_until_their_holder_adopted_a_clause_come_behind_the_cursor_once()
      throws Exception {
    read(ALPHA, 1, 2);
    read(GAMMA, 3, 4, 5);
    read(ALPHA, 6);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly(1, 2, 6);
    adopt(GAMMA);
    read(ALPHA, 7);
    assertThat(consumer.all(10)).containsExactly(7, 3, 4, 5);
    read(GAMMA, 8);
    assertThat(consumer.all(10)).containsExactly(8);
    assertThat(consumer.all(10)).isEmpty();
    Consumer late = new Consumer();
    assertThat(late.all(1)).as("from the beginning").containsExactly(1, 2, 6, 7, 3, 4, 5, 8);
  }

  @Test
  void cursor_in_the_midst_of_what_was_opened_survives_a_restart() throws Exception {
    read(GAMMA, 1, 2, 3);
    read(ALPHA, 4);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly(4);
    adopt(GAMMA);
    assertThat(consumer.pull(2)).isTrue();
    assertThat(consumer.got).containsExactly(4, 1, 2);
    close();
    open();
    read(ALPHA, 5);
    assertThat(consumer.all(2)).containsExactly(3, 5);
  }

  @Test
  void row_that_another_holder_brought_too_comes_once() throws Exception {
    read(GAMMA, 1, 2);
    read(ALPHA, 2, 3);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly(2, 3);
    adopt(GAMMA);
    assertThat(consumer.all(10)).containsExactly(1);
    assertThat(new Consumer().all(1)).containsExactly(2, 3, 1);
    close();
    open();
    assertThat(consumer.all(10)).isEmpty();
  }

  @Test
  void rows_that_came_before_they_were_withheld_do_not_come_again() throws Exception {
    adopt(GAMMA);
    read(GAMMA, 1);
    read(ALPHA, 2);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly(1, 2);
    leave(GAMMA);
    read(GAMMA, 3);
    read(ALPHA, 4);
    assertThat(consumer.all(10)).containsExactly(4);
    adopt(GAMMA);
    assertThat(consumer.all(10)).containsExactly(3);
  }

  @Test
  void whoever_pulls_at_whatever_pace_misses_nothing_and_repeats_nothing_that_only_opens()
      throws Exception {
    play(System.nanoTime(), false);
  }

  @Test
  void whoever_pulls_at_whatever_pace_misses_nothing_where_grounds_come_and_go() throws Exception {
    play(System.nanoTime(), true);
  }

  private void play(long seed, boolean leaving) throws Exception {
    Random random = new Random(seed);
    List<Consumer> consumers = List.of(new Consumer(), new Consumer(), new Consumer());
    List<MemberId> holders = List.of(ALPHA, BETA, GAMMA);
    Set<MemberId> adopted = new HashSet<>();
    Set<Integer> sent = new TreeSet<>();
    for (int turn = 0; turn < 80; turn++) {
      MemberId holder = holders.get(random.nextInt(holders.size()));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          int[] numbers = random.ints(1 + random.nextInt(5), 0, 300).distinct().toArray();
          read(holder, numbers);
          java.util.Arrays.stream(numbers).forEach(sent::add);
        }
        case 3 -> {
          boolean wasIn = adopted.contains(holder);
          if (!wasIn && !holder.equals(ALPHA) && random.nextInt(leaving ? 1 : 4) == 0) {
            adopt(holder);
            adopted.add(holder);
          } else if (wasIn && leaving) {
            leave(holder);
            adopted.remove(holder);
          }
        }
        case 4 -> {
          if (random.nextInt(4) == 0) {
            close();
            open();
          }
        }
        default -> consumers.get(random.nextInt(3)).pull(1 + random.nextInt(4));
      }
    }
    for (MemberId holder : List.of(BETA, GAMMA)) {
      if (!adopted.contains(holder)) {
        adopt(holder);
      }
    }
    for (Consumer consumer : consumers) {
      consumer.all(1 + random.nextInt(5));
      assertThat(new TreeSet<>(consumer.got)).as("seed %d", seed).isEqualTo(sent);
      if (!leaving) {
        assertThat(consumer.got).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }
}
