package tenbin.nouns.casework;

/** How many members saw the same, as a band (DISCLOSURE section 6): never a number, never names. */
public enum SeenBy {
  ONLY_YOU,
  YOU_AND_OTHERS,
  FIVE_OR_MORE;

  private static final int MANY = 5;

  /**
   * The band of a count of members.
   *
   * @param members 1 or more
   */
  public static SeenBy of(int members) {
    if (members < 1) {
      throw new IllegalArgumentException("seen by nobody");
    }
    return members == 1 ? ONLY_YOU : members < MANY ? YOU_AND_OTHERS : FIVE_OR_MORE;
  }
}
