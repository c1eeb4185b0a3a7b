package tenbin.balance.ground;

import java.util.List;
import java.util.Set;

/**
 * A recorded ground that shuts: it always wins over bases.
 *
 * @param id short and stable
 * @param scope what it reaches
 * @param kinds of basis that it shuts; empty for whatever the basis
 * @param conditions all of which must be met; one that cannot be evaluated counts as met
 * @param term for how long
 * @param pointer where the one who asks can turn instead, "" where there is none
 * @param task what has to be done because it was asked, "" for nothing
 */
public record Forbid(
    String id,
    Scope scope,
    Set<Kind> kinds,
    List<Condition> conditions,
    Term term,
    String pointer,
    String task) {
  public Forbid {
    kinds = Set.copyOf(kinds);
    conditions = List.copyOf(conditions);
  }

  /** The same with another term: ended. */
  public Forbid with(Term other) {
    return new Forbid(id, scope, kinds, conditions, other, pointer, task);
  }
}
