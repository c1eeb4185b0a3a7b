package tenbin.spine.asking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;

/** The tasks. Any thread. */
public interface AskBook {
  /** Opens a task; false when one of its matter was ever opened. */
  boolean open(AskTask task);

  Optional<AskTask> find(UUID id);

  /** Every task, the newest first. */
  List<AskTask> all();

  /** A holder's, the newest first. */
  default List<AskTask> of(PartyId holder) {
    return all().stream().filter(each -> each.matter().holder().equals(holder)).toList();
  }

  /** About one report, the newest first. */
  default List<AskTask> about(UUID report) {
    return all().stream()
        .filter(each -> each.matter().report().equals(Optional.of(report)))
        .toList();
  }

  /**
   * Somebody says something; all at once with what follows of it.
   *
   * @param ground makes what a yes means, called where this word decides, and names it
   * @return the task as it stands then; empty when nothing can be said to it any more
   */
  Optional<AskTask> say(UUID id, AskTask.Word word, java.util.function.Supplier<String> ground);

  /** A yes is taken back. */
  boolean undo(UUID id, AskTask.Word word);

  void mailed(UUID id, Instant at);

  void reminded(UUID id, Instant at);

  /** Ends what nobody answered in time. */
  int expire(Instant now);
}
