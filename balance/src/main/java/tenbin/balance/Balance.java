package tenbin.balance;

/**
 * Decides disclosures under one policy. Immutable; any thread.
 *
 * <p>First form: one kind of basis, the circle's dated membership agreement, and one rule of route:
 * a row about an address goes to the member responsible then and to nobody else.
 */
public final class Balance {
  private final Policy policy;

  public Balance(Policy policy) {
    this.policy = policy;
  }

  public Policy policy() {
    return policy;
  }

  /**
   * The plan for one request.
   *
   * @param key the recipient's own key, which makes the ids that it sees
   */
  public Plan plan(Request request, RecipientKey key) {
    return new Plan(policy, request, key);
  }
}
