package tenbin.proof.generator.routes;

/**
 * How large an incident is made.
 *
 * @param share of what happened: 1 is all of it
 * @param stubs networks at the edge, at least; incidents of more networks make more
 * @param prefixes of the table before, at least
 * @param vantages routers that are listened to, at least those that the incident names
 */
public record Size(double share, int stubs, int prefixes, int vantages) {
  /** A fiftieth: milliseconds. */
  public static final Size SMALL = new Size(0.02, 120, 300, 8);

  /** All of it: seconds. */
  public static final Size FULL = new Size(1, 2_600, 4_000, 24);

  public Size {
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("share " + share);
    }
  }

  int of(int whole) {
    return Math.max(1, (int) Math.round(whole * share));
  }
}
