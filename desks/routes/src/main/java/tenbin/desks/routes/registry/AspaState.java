package tenbin.desks.routes.registry;

/** What verification of a path by ASPA says (draft-ietf-sidrops-aspa-verification). */
public enum AspaState {
  /** The path goes up, across at most once, and down, as its ASes say. */
  VALID,
  /** Some AS of the path says that it cannot be so. */
  INVALID,
  /** Too few of its ASes say anything. */
  UNKNOWN
}
