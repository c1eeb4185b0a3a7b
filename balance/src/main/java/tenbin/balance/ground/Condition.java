package tenbin.balance.ground;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A test of one dated fact or trait. A fact that nobody recorded makes it unknown, and what is
 * unknown opens nothing.
 *
 * @param who whose fact
 * @param key which
 * @param values it is met by any of these
 */
public record Condition(Who who, String key, Set<String> values) {
  /** Whose facts a condition can ask for. */
  public enum Who {
    HOLDER,
    /** Who gives it on this hop of the route. */
    GIVER,
    SOURCE,
    RECIPIENT,
    RESPONSIBLE,
    SUBJECT,
    /** What the item or the group of fields says of itself. */
    ITEM,
    /** Facts about no party: statutes in force, a declared emergency. */
    CIRCLE,
    CHANNEL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a test said. */
  public enum Answer {
    MET,
    UNMET,
    UNKNOWN
  }

  public Condition {
    values = Set.copyOf(values);
  }

  /** The answer for what is known of the fact. */
  public Answer against(Optional<String> known) {
    return known
        .map(value -> values.contains(value) ? Answer.MET : Answer.UNMET)
        .orElse(Answer.UNKNOWN);
  }

  @Override
  public String toString() {
    return who.word() + "." + key + " = " + String.join(" | ", values.stream().sorted().toList());
  }
}
