package tenbin.balance.recall;

import java.util.List;
import java.util.Set;
import tenbin.balance.weigh.Question;

/**
 * Something that went out.
 *
 * @param id as the ledger names it
 * @param question that was answered then
 * @param fields what went, at which levels
 * @param bases what it rested on
 * @param shape whether it was a row or a safe number
 */
public record Delivered(
    String id, Question question, List<Question.Held> fields, Set<String> bases, Shape shape) {
  /** What went out. */
  public enum Shape {
    ROW,
    /** A number that met section 6: it tells nothing of the subject. */
    AGGREGATE
  }

  public Delivered {
    fields = List.copyOf(fields);
    bases = Set.copyOf(bases);
  }
}
