package tenbin.desks.routes.health;

/** Who else shows what looks wrong. */
public enum Witness {
  /** Nobody. */
  ALONE,
  /** At least one more vantage point. */
  TOGETHER
}
