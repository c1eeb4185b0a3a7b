package tenbin.spine.precedent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answer that people expect. What it leaves out is not checked, but for retroaction: an answer
 * that rests on it must be expected so.
 *
 * @param effect of the item
 * @param fields field or group/field to "deny", "ask" or a permitted level; "others" for the rest
 * @param obligations each must be there
 * @param noObligations none may be there
 * @param reasons codes, each must be there
 * @param restsOn exactly these bases
 * @param asks exactly these
 * @param tasks each must be there
 * @param pointers each must be there
 * @param byRetroaction whether it goes only by what was recorded later
 * @param told cells joined by "+" to their numbers: exactly these
 * @param consequences of a revocation: recall, annotate, stays, escalate; exactly these
 * @param refused the files are refused with this in a reason
 */
public record Expectation(
    Optional<String> effect,
    Map<String, String> fields,
    Set<String> obligations,
    Set<String> noObligations,
    Set<String> reasons,
    Optional<Set<String>> restsOn,
    Optional<Set<String>> asks,
    Set<String> tasks,
    Set<String> pointers,
    boolean byRetroaction,
    Optional<Map<String, String>> told,
    Map<String, Set<String>> consequences,
    Optional<String> refused) {
  /** The fields that are not named. */
  static final String OTHERS = "others";

  public Expectation {
    fields = Map.copyOf(fields);
    obligations = Set.copyOf(obligations);
    noObligations = Set.copyOf(noObligations);
    reasons = Set.copyOf(reasons);
    tasks = Set.copyOf(tasks);
    pointers = Set.copyOf(pointers);
    consequences = Map.copyOf(consequences);
  }
}
