package tenbin.desks.routes.registry;

/** What route origin validation says (RFC 6811 section 2), with the reason of an invalid one. */
public enum Rov {
  /** A VRP covers the prefix, allows its length and names its origin. */
  VALID,
  /** VRPs cover the prefix, and none of them names its origin. */
  INVALID_ORIGIN,
  /** One that covers it names its origin, and none such allows its length. */
  INVALID_LENGTH,
  /** No VRP covers the prefix. */
  NOT_FOUND;

  public boolean isInvalid() {
    return this == INVALID_ORIGIN || this == INVALID_LENGTH;
  }
}
