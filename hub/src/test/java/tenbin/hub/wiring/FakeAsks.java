package tenbin.hub.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.asking.RowAsker;

/** One question, to one member, about all of its rows. */
final class FakeAsks implements AskBook {
  static final UUID ALPHAS = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

  private final Map<UUID, AskTask> tasks = new LinkedHashMap<>();

  FakeAsks() {
    AskTask.Matter matter =
        new AskTask.Matter(
            "ask-rows",
            AskRule.Whom.HOLDER,
            Fake.A.party(),
            Fake.A.party(),
            Optional.empty(),
            Gate.H,
            Set.of(Category.C0, Category.C1),
            Purpose.NOTIFY_AFFECTED_CUSTOMER,
            RowAsker.RECIPIENTS);
    tasks.put(
        ALPHAS,
        new AskTask(
            ALPHAS,
            matter,
            1,
            Fake.NOW,
            Fake.NOW.plusSeconds(86_400),
            Optional.empty(),
            Optional.empty(),
            AskTask.State.OPEN,
            "",
            List.of()));
  }

  @Override
  public boolean open(AskTask task) {
    return tasks.putIfAbsent(task.id(), task) == null;
  }

  @Override
  public Optional<AskTask> find(UUID id) {
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public List<AskTask> all() {
    return List.copyOf(tasks.values());
  }

  @Override
  public Optional<AskTask> say(UUID id, AskTask.Word word, Supplier<String> ground) {
    boolean yes = word.said() == AskTask.Said.YES;
    AskTask.State state = yes ? AskTask.State.APPROVED : AskTask.State.REFUSED;
    return change(id, state, yes ? old -> ground.get() : old -> old, word);
  }

  private Optional<AskTask> change(
      UUID id, AskTask.State state, UnaryOperator<String> ground, AskTask.Word word) {
    return Optional.ofNullable(
        tasks.computeIfPresent(
            id,
            (key, old) -> {
              List<AskTask.Word> words = new ArrayList<>(old.words());
              words.add(word);
              return new AskTask(
                  id,
                  old.matter(),
                  old.approvals(),
                  old.openedAt(),
                  old.dueAt(),
                  old.mailedAt(),
                  old.remindedAt(),
                  state,
                  ground.apply(old.ground()),
                  words);
            }));
  }

  @Override
  public boolean undo(UUID id, AskTask.Word word) {
    return change(id, AskTask.State.UNDONE, UnaryOperator.identity(), word).isPresent();
  }

  @Override
  public void mailed(UUID id, Instant at) {}

  @Override
  public void reminded(UUID id, Instant at) {}

  @Override
  public int expire(Instant now) {
    return 0;
  }
}
