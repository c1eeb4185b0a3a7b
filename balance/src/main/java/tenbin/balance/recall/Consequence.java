package tenbin.balance.recall;

import java.time.Instant;
import java.util.NavigableSet;

/** What follows for one delivery. */
public sealed interface Consequence {
  /** Which delivery. */
  Delivered delivered();

  /** It rested on the revoked basis only: delete, stop using, acknowledge by then. */
  record Recall(Delivered delivered, Instant acknowledgeBy) implements Consequence {}

  /** Other live bases allow all of it: its record is annotated with them. */
  record Annotate(Delivered delivered, NavigableSet<String> bases) implements Consequence {}

  /** A number that told nothing of the subject. */
  record Stays(Delivered delivered) implements Consequence {}

  /** A recall that nobody acknowledged in time: the secretariat is told. */
  record Escalate(Delivered delivered, Instant since) implements Consequence {}
}
