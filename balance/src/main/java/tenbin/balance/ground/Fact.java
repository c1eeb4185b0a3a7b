package tenbin.balance.ground;

/**
 * Something on record: a party's procedure completed, a statute in force, a present danger attested
 * by a named person.
 *
 * @param about a party's id, or "circle"
 * @param key which fact
 * @param value its value
 * @param term for how long, as known when
 * @param attestedBy name and office of who stands for it; "" for what needs nobody
 */
public record Fact(String about, String key, String value, Term term, String attestedBy) {
  /** What facts about no party are about. */
  public static final String CIRCLE = "circle";
}
