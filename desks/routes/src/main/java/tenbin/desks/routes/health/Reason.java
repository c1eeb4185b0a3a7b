package tenbin.desks.routes.health;

/** Why a vantage point is as it is. */
public enum Reason {
  /** Nothing is wrong. */
  NONE("nothing is wrong"),
  /** Its session ended. */
  SESSION_ENDED("its session ended"),
  /** It said nothing for much longer than it usually does. */
  NO_WORD("says nothing for longer than usual"),
  /** Nobody of its feed says anything: look at the feed, not at the router. */
  WHOLE_FEED("nobody of its feed says anything"),
  /** A beacon that others heard did not come, whatever else comes. */
  BEACON_MISSED("a beacon that others heard did not come"),
  /** It announces what is never announced. */
  GARBAGE("announces what is never announced"),
  /** What looks wrong, it shows alone. */
  ALONE("shows alone what looks wrong"),
  /** It has routes that everybody else withdrew long ago. */
  OLD_ROUTES("has routes that all others withdrew"),
  /** It withdraws, and others do not. */
  WITHDRAWS_ALONE("withdraws, and others do not"),
  /** Its table is not told yet. */
  NEW("tells its table"),
  /** Its table is much smaller than the largest one. */
  FEW_ROUTES("tells a part of the table");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** For people who run a hub: "shows alone what looks wrong". */
  public String text() {
    return text;
  }
}
