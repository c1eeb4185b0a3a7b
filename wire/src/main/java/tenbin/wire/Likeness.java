package tenbin.wire;

/** How much some bytes look like a format; ordered. */
public enum Likeness {
  NONE,
  /** Could be: the outer form fits. */
  POSSIBLE,
  /** A name, a header or a required field says so. */
  LIKELY,
  /** The format names itself. */
  CERTAIN
}
