package tenbin.balance;

/**
 * Decides disclosures under one policy. One rule of route stands before all grounds: a row about an
 * address goes to the member responsible then and to nobody else. Immutable; any thread.
 */
public final class Balance {
  private final Policy policy;
  private final Subjects subjects;
  private final Sectors sectors;

  public Balance(Policy policy) {
    this.policy = policy;
    this.subjects = new Subjects(policy.grounds());
    this.sectors = new Sectors(policy);
  }

  public Policy policy() {
    return policy;
  }

  /** What members' networks are for. */
  public Sectors sectors() {
    return sectors;
  }

  /**
   * The plan for one request.
   *
   * @param key the recipient's own key, which makes the ids that it sees
   */
  public Plan plan(Request request, RecipientKey key) {
    return new Plan(policy, subjects, sectors, request, key);
  }
}
