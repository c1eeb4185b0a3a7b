package tenbin.balance;

import tenbin.balance.weigh.Remembered;

/**
 * Decides disclosures under one policy. One rule of route stands before all grounds: a row about an
 * address goes to the member responsible then and to nobody else. Immutable; any thread.
 */
public final class Balance {
  private final Policy policy;
  private final Subjects subjects;
  private final Sectors sectors;
  private final Remembered weighed;

  public Balance(Policy policy) {
    this.policy = policy;
    this.subjects = new Subjects(policy.grounds());
    this.sectors = new Sectors(policy);
    this.weighed = new Remembered(policy.grounds());
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
    return new Plan(policy, new Plan.Means(subjects, sectors, weighed), request, key);
  }
}
