package tenbin.desks.routes.tell;

/** How many vantage points, as exactly as anybody but their owner may know it. */
public enum Band {
  NONE("0", 0),
  ONE("1", 1),
  FEW("2-4", 2),
  SOME("5-9", 5),
  MANY("10-", 10);

  private final String text;
  private final int least;

  Band(String text, int least) {
    this.text = text;
    this.least = least;
  }

  /** The band of a number. */
  public static Band of(int number) {
    Band found = NONE;
    for (Band each : values()) {
      found = number >= each.least ? each : found;
    }
    return found;
  }

  /** The band of its text; {@link #NONE} for anything else. */
  public static Band parse(String text) {
    for (Band each : values()) {
      if (each.text.equals(text)) {
        return each;
      }
    }
    return NONE;
  }

  /** "2-4". */
  public String text() {
    return text;
  }

  /** The first number in it: how thick a line is drawn. */
  public int least() {
    return least;
  }
}
