package tenbin.desks.routes.health;

/** Why a vantage point is as it is. */
public enum Reason {
  /** Nothing is wrong. */
  NONE,
  /** Its session ended. */
  SESSION_ENDED,
  /** It said nothing for much longer than it usually does. */
  NO_WORD,
  /** Nobody of its feed says anything: look at the feed, not at the router. */
  WHOLE_FEED,
  /** A beacon that others heard did not come, whatever else comes. */
  BEACON_MISSED,
  /** It announces what is never announced. */
  GARBAGE,
  /** What looks wrong, it shows alone. */
  ALONE,
  /** It has routes that everybody else withdrew long ago. */
  OLD_ROUTES,
  /** It withdraws, and others do not. */
  WITHDRAWS_ALONE,
  /** Its table is not told yet. */
  NEW,
  /** Its table is much smaller than the largest one. */
  FEW_ROUTES
}
