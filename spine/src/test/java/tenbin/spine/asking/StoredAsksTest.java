package tenbin.spine.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

class StoredAsksTest {
  private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
  private static final Database DATABASE = Database.open(SharedDatabase.url());

  private final AskBook book = new StoredAsks(DATABASE.dataSource());
  private final List<String> grounds = java.util.Collections.synchronizedList(new ArrayList<>());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private AskTask opened(int approvals) {
    AskTask.Matter matter =
        new AskTask.Matter(
            "ask",
            AskRule.Whom.HOLDER,
            new PartyId("aozora"),
            new PartyId("c-sakura"),
            Optional.of(UUID.randomUUID()),
            Gate.K,
            Set.of(Category.C1, Category.C5),
            Purpose.INFORM_AND_DEFEND,
            "class:operator");
    AskTask task =
        new AskTask(
            UUID.randomUUID(),
            matter,
            approvals,
            NOW,
            NOW.plus(NewTask.TIME),
            Optional.empty(),
            Optional.empty(),
            AskTask.State.OPEN,
            "",
            List.of());
    assertThat(book.open(task)).isTrue();
    return task;
  }

  private Optional<AskTask> say(AskTask task, String person, AskTask.Said said, Instant at) {
    return book.say(
        task.id(),
        new AskTask.Word(person, said, "", at),
        () -> {
          grounds.add(person);
          return "ground-" + grounds.size();
        });
  }

  private AskTask now(AskTask task) {
    return book.find(task.id()).orElseThrow();
  }

  @Test
  void one_thing_is_asked_once() {
    AskTask task = opened(1);
    AskTask again =
        new AskTask(
            UUID.randomUUID(),
            task.matter(),
            1,
            NOW,
            NOW.plusSeconds(60),
            Optional.empty(),
            Optional.empty(),
            AskTask.State.OPEN,
            "",
            List.of());
    assertThat(book.open(again)).isFalse();
    say(task, "a", AskTask.Said.NO, NOW);
    assertThat(book.open(again)).as("not after a no either").isFalse();
  }

  @Test
  void four_eyes_are_those_of_two_different_persons() {
    AskTask task = opened(2);
    say(task, "a", AskTask.Said.YES, NOW);
    say(task, "a", AskTask.Said.YES, NOW.plusSeconds(1));
    assertThat(now(task).state()).isEqualTo(AskTask.State.OPEN);
    assertThat(grounds).isEmpty();
    say(task, "b", AskTask.Said.YES, NOW.plusSeconds(2));
    assertThat(now(task).state()).isEqualTo(AskTask.State.APPROVED);
    assertThat(now(task).ground()).isEqualTo("ground-1");
    assertThat(now(task).words()).hasSize(3);
    assertThat(now(task).matter()).isEqualTo(task.matter());
  }

  @Test
  void one_no_ends_it_whoever_said_yes() {
    AskTask task = opened(2);
    say(task, "a", AskTask.Said.YES, NOW);
    say(task, "b", AskTask.Said.NO, NOW);
    assertThat(now(task).state()).isEqualTo(AskTask.State.REFUSED);
    assertThat(say(task, "c", AskTask.Said.YES, NOW)).isEmpty();
    assertThat(grounds).isEmpty();
  }

  @Test
  void after_its_time_nothing_can_be_said_to_it() {
    AskTask task = opened(1);
    Instant due = task.dueAt();
    assertThat(say(task, "a", AskTask.Said.YES, due)).isEmpty();
    book.expire(due);
    assertThat(now(task).state()).isEqualTo(AskTask.State.EXPIRED);
    assertThat(grounds).isEmpty();
  }

  @Test
  void a_yes_is_taken_back_once() {
    AskTask task = opened(1);
    AskTask.Word back = new AskTask.Word("a", AskTask.Said.UNDO, "", NOW);
    assertThat(book.undo(task.id(), back)).isFalse();
    say(task, "a", AskTask.Said.YES, NOW);
    assertThat(book.undo(task.id(), back)).isTrue();
    assertThat(book.undo(task.id(), back)).isFalse();
    assertThat(now(task).state()).isEqualTo(AskTask.State.UNDONE);
  }

  @Test
  void two_who_answer_at_the_same_moment_make_one_ground() throws Exception {
    AskTask task = opened(1);
    List<Thread> threads = new ArrayList<>();
    for (String person : List.of("a", "b", "c", "d")) {
      threads.add(Thread.ofVirtual().start(() -> say(task, person, AskTask.Said.YES, NOW)));
    }
    for (Thread each : threads) {
      each.join();
    }
    assertThat(grounds).hasSize(1);
  }
}
