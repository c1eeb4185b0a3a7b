package tenbin.balance.ground;

import java.util.Locale;
import java.util.Optional;

/**
 * What a recipient takes on with a disclosure (DISCLOSURE section 5, step 7).
 *
 * @param duty of the closed list
 * @param of its parameter: a period, a class, a key's scope; "" where it has none
 */
public record Obligation(Duty duty, String of) implements Comparable<Obligation> {
  /** The closed list of duties. */
  public enum Duty {
    PSEUDONYMISE,
    GENERALISE,
    AGGREGATE,
    REDACT,
    DELETE_AFTER,
    ACKNOWLEDGE_BY,
    NO_ONWARD,
    ONWARD_ONLY,
    REPORT_ONWARD,
    STRIP_ATTRIBUTION,
    ENCRYPT,
    FEEDBACK_BY,
    NOTIFY_SUBJECT,
    HUMAN_REVIEW,
    /** Looked at by somebody else afterwards. */
    AFTER_REVIEW;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Obligation of(Duty duty) {
    return new Obligation(duty, "");
  }

  /** Reads "delete-after" and "delete-after(P30D)". */
  public static Optional<Obligation> tryParse(String text) {
    int open = text.indexOf('(');
    boolean bare = open < 0;
    if (!bare && !text.endsWith(")")) {
      return Optional.empty();
    }
    String word = bare ? text : text.substring(0, open);
    String of = bare ? "" : text.substring(open + 1, text.length() - 1);
    for (Duty duty : Duty.values()) {
      if (duty.word().equals(word)) {
        return Optional.of(new Obligation(duty, of));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Obligation other) {
    int byDuty = duty.compareTo(other.duty);
    return byDuty != 0 ? byDuty : of.compareTo(other.of);
  }

  @Override
  public String toString() {
    return of.isEmpty() ? duty.word() : duty.word() + "(" + of + ")";
  }
}
