package tenbin.hub.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.recall.Recall;
import tenbin.spine.recall.RecallBook;

/** Recalls in memory: two in time for one member, one overdue for another. */
final class FakeRecalls implements RecallBook {
  static final UUID ALPHAS = UUID.fromString("00000000-0000-4000-8000-00000000000a");
  static final UUID BRAVOS = UUID.fromString("00000000-0000-4000-8000-00000000000b");

  static final UUID ALPHAS_OTHER = UUID.fromString("00000000-0000-4000-8000-00000000000c");

  private final List<Recall> recalls = new ArrayList<>();

  FakeRecalls() {
    recalls.add(recall(ALPHAS, Fake.A, Fake.NOW.plus(Duration.ofDays(7))));
    recalls.add(recall(ALPHAS_OTHER, Fake.A, Fake.NOW.plus(Duration.ofDays(6))));
    recalls.add(recall(BRAVOS, Fake.B, Fake.NOW.minus(Duration.ofDays(1))));
  }

  private static Recall recall(UUID id, MemberId recipient, Instant by) {
    Instant made = by.minus(Duration.ofDays(7));
    return new Recall(
        id, recipient, "consent/9x<b>", made, by, 2, 17, made, made, Optional.empty());
  }

  @Override
  public synchronized List<Recall> of(MemberId recipient) {
    return recalls.stream().filter(each -> each.recipient().equals(recipient)).toList();
  }

  @Override
  public synchronized List<Recall> all() {
    return List.copyOf(recalls);
  }

  @Override
  public List<Recall.Delivery> deliveries(MemberId recipient, UUID recall, int skip, int most) {
    return List.of(
        new Recall.Delivery(
            new UUID(1, 2), Fake.NOW, "API", 17, Recall.Fate.ANNOTATED, "membership-2020"));
  }

  @Override
  public synchronized Optional<Recall> answer(
      MemberId recipient, UUID recall, Recall.Answer answer) {
    for (int i = 0; i < recalls.size(); i++) {
      Recall each = recalls.get(i);
      if (each.id().equals(recall) && each.recipient().equals(recipient)) {
        Recall answered =
            new Recall(
                each.id(),
                recipient,
                each.basis(),
                each.madeAt(),
                each.acknowledgeBy(),
                each.recalled(),
                each.rows(),
                each.first(),
                each.last(),
                Optional.of(each.answer().orElse(answer)));
        recalls.set(i, answered);
        return Optional.of(answered);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Recall> untold() {
    return List.of();
  }

  @Override
  public void told(Recall recall, Instant at) {
    throw new AssertionError("nothing is untold here");
  }
}
