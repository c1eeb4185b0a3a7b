package tenbin.wire.bgp;

/**
 * Octets that are not what they say they are: data, not a failure of ours. Has no stack, because a
 * damaged file has millions.
 */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final int at;

  /**
   * What is wrong, and where.
   *
   * @param at the offset inside what was read
   */
  public Malformed(int at, String what) {
    super(what, null, false, false);
    this.at = at;
  }

  public int at() {
    return at;
  }

  /** What is wrong, in words for a log. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
