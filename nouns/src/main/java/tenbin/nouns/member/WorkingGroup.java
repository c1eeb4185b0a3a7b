package tenbin.nouns.member;

import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A working group: where the work is done.
 *
 * @param id short and stable
 * @param name for people, in English
 * @param nameJa for people, in Japanese
 * @param purpose what it is for, a sentence
 * @param members who takes part
 * @param retention how long it keeps what it shares
 * @param observers what of its minutes the circle's observers read
 */
public record WorkingGroup(
    String id,
    String name,
    String nameJa,
    String purpose,
    Set<MemberId> members,
    Period retention,
    Observers observers) {
  /** What observers read of minutes. */
  public enum Observers {
    NOTHING,
    /** What everybody in the circle reads. */
    HEADINGS,
    BODIES;

    /** As the circle file writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Observers> tryParse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  public WorkingGroup {
    members = Set.copyOf(members);
  }
}
