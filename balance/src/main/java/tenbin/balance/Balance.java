package tenbin.balance;

/**
 * Decides disclosures under one policy. One rule of route stands before all grounds: a row about an
 * address goes to the member responsible then and to nobody else. Immutable; any thread.
 */
public final class Balance {
  private final Policy policy;
  private final Subjects subjects;

  public Balance(Policy policy) {
    this.policy = policy;
    this.subjects = new Subjects(policy.grounds());
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
    return new Plan(policy, subjects, request, key);
  }
}
