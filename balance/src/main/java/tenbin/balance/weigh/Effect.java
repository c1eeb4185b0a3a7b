package tenbin.balance.weigh;

/** What is decided of a field, from least to most; several combine to the least of them. */
public enum Effect {
  DENY,
  ASK,
  PERMIT;

  /** The least of both: commutative, associative, idempotent. */
  public Effect and(Effect other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
