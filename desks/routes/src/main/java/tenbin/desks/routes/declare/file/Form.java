package tenbin.desks.routes.declare.file;

/** Whose form a file of declarations has. */
public enum Form {
  /** Ours; JSON is YAML. */
  OWN,
  /** {@code prefixes.yml} of BGPalerter. */
  BGPALERTER,
  /** The configuration of ARTEMIS. */
  ARTEMIS,
  /** None that we know. */
  UNKNOWN
}
