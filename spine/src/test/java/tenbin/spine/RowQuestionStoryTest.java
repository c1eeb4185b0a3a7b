package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.asking.RowAsker;
import tenbin.spine.asking.StoredAsks;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.incident.StoredIncidents;
import tenbin.spine.permission.GroundConsents;
import tenbin.spine.portal.StoredPortal;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** A holder is asked about its rows: what a yes, a no and a yes taken back do to them. */
@SuppressWarnings("NullAway.Init")
class RowQuestionStoryTest {
  private static final String FILE =
      """
      policy: A circle that asks its holders
      bases:
        - id: clause/secrecy
          kind: adopted-clause
          opens: [S, P, K]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: gamma-net, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
        - id: clause/addresses
          kind: adopted-clause
          opens: [H]
          categories: [C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: gamma-net, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
      asks:
        - id: ask-rows
          gate: H
          categories: [C0, C1]
          purposes: [P1]
          recipients: [responsible]
          whom: holder
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private Spine spine;
  private AskBook tasks;
  private RowAsker asker;
  private Answering answering;
  private Optional<String> cursor = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "alpha-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("asks.yaml"), FILE);
    spine =
        Spine.open(
            SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
                .withDatabase(SharedDatabase.url())
                .withPolicy(policy)
                .withClock(clock),
            SmallCircle.knowledge());
    Tokens tokens = new Tokens(new byte[32]);
    tasks = new StoredAsks(spine.dataSource());
    asker = new RowAsker(spine::rowGroups, tasks, spine::balance, clock);
    answering =
        new Answering(
            tasks,
            new StoredIncidents(spine.dataSource()),
            new StoredPortal(spine.dataSource(), tokens, clock),
            new GroundConsents(spine.grounds(), tokens, clock),
            spine.grounds(),
            clock);
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
    spine
        .intake()
        .accept(
            new Arrival(holder, numbers[0] + ".rows", "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private List<Integer> pull() {
    Purpose purpose = Purpose.NOTIFY_AFFECTED_CUSTOMER;
    Batch batch = spine.deliveries().pull(new Pull(ALPHA, purpose, Outlet.API, cursor, 100));
    cursor = Optional.of(batch.cursor());
    List<Integer> rows = new ArrayList<>();
    batch.rows().forEach(row -> rows.add((int) (row.time().orElseThrow().epochSecond() - DAY)));
    return rows;
  }

  private AskTask asked() {
    assertThat(asker.look()).isEqualTo(1);
    assertThat(asker.look()).as("once").isZero();
    return tasks.of(GAMMA.party()).getFirst();
  }

  @Test
  void rows_go_behind_the_cursor_after_the_holder_was_asked_and_said_yes() throws Exception {
    read(GAMMA, 1, 2);
    read(ALPHA, 3);
    assertThat(pull()).containsExactly(3);
    AskTask task = asked();
    assertThat(task.matter().report()).isEmpty();
    assertThat(task.matter().recipients()).isEqualTo(RowAsker.RECIPIENTS);
    assertThat(spine.scales().tippedBy(answering.release(task).basis("x"), GAMMA, List.of()).rows())
        .as("what the page says that a yes would let go")
        .isEqualTo(2);
    assertThat(answering.answer(task.id(), "Ito", AskTask.Said.YES, ""))
        .hasValueSatisfying(said -> assertThat(said.state()).isEqualTo(AskTask.State.APPROVED));
    clock.pass(Duration.ofSeconds(1));
    assertThat(pull()).containsExactly(1, 2);
    assertThat(answering.undo(task.id(), "Ito")).isTrue();
    clock.pass(Duration.ofSeconds(1));
    read(GAMMA, 4);
    assertThat(pull()).as("taken back").isEmpty();
    assertThat(asker.look()).as("not asked again").isZero();
  }

  @Test
  void holder_who_said_no_is_not_asked_again_and_nothing_goes() throws Exception {
    read(GAMMA, 1);
    AskTask task = asked();
    assertThat(answering.answer(task.id(), "Ito", AskTask.Said.NO, "not these"))
        .hasValueSatisfying(said -> assertThat(said.state()).isEqualTo(AskTask.State.REFUSED));
    read(GAMMA, 2);
    clock.pass(Duration.ofHours(2));
    assertThat(asker.look()).isZero();
    assertThat(pull()).isEmpty();
  }

  @Test
  void member_about_its_own_rows_is_asked_nothing() throws Exception {
    read(ALPHA, 1);
    assertThat(asker.look()).isZero();
    assertThat(pull()).containsExactly(1);
  }
}
