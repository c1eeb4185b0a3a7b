package tenbin.balance.ground;

import java.util.List;
import java.util.Set;

/**
 * A recorded ground that opens gates.
 *
 * @param id short and stable: it stands in the ledger
 * @param kind of the list of DISCLOSURE section 4
 * @param law whose gate it opens; "" for every law's
 * @param opens gates S, P, K or H: what it does not list stays shut
 * @param scope what it reaches
 * @param conditions all of which must be met
 * @param grant who has to have agreed
 * @param ceiling the most that it allows
 * @param obligations what the recipient takes on
 * @param term for how long
 * @param proof what it stands on
 */
public record Basis(
    String id,
    Kind kind,
    String law,
    Set<Gate> opens,
    Scope scope,
    List<Condition> conditions,
    Grant grant,
    Ceiling ceiling,
    Set<Obligation> obligations,
    Term term,
    Proof proof) {
  /**
   * What a basis stands on.
   *
   * @param evidence where the text lies
   * @param attestedBy name and office of who stands for it, "" where nobody need
   * @param whenEnded what the holder has to do once it has ended, "" for nothing
   */
  public record Proof(String evidence, String attestedBy, String whenEnded) {}

  public Basis {
    opens = Set.copyOf(opens);
    conditions = List.copyOf(conditions);
    obligations = Set.copyOf(obligations);
    if (!opens.stream().allMatch(Gate::isOpenedByBases)) {
      throw new IllegalArgumentException(id + ": no basis opens M, N or R");
    }
  }

  /** The same basis with another term: revoked, extended. */
  public Basis with(Term other) {
    return new Basis(
        id, kind, law, opens, scope, conditions, grant, ceiling, obligations, other, proof);
  }

  /** The same basis with another grant: adopted, given, withdrawn. */
  public Basis with(Grant other) {
    return new Basis(
        id, kind, law, opens, scope, conditions, other, ceiling, obligations, term, proof);
  }
}
