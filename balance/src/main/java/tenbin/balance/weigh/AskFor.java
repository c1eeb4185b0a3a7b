package tenbin.balance.weigh;

import tenbin.balance.ground.AskRule;

/**
 * Something that may be asked.
 *
 * @param rule by which rule: "review" for a human review
 * @param whom who is asked
 * @param party the one asked, "" where the role says it
 * @param about the group or the field
 * @param pending whether it was asked already, so that no second asking is opened
 */
public record AskFor(String rule, AskRule.Whom whom, String party, String about, boolean pending)
    implements Comparable<AskFor> {
  /** The rule by which a human review is asked for. */
  public static final String REVIEW = "review";

  @Override
  public int compareTo(AskFor other) {
    return toString().compareTo(other.toString());
  }
}
