package tenbin.wire.packed;

import java.io.IOException;

/**
 * Packed octets that cannot be unpacked. Has no stack, because a damaged file is data, not a
 * failure of ours.
 */
public final class PackedDamage extends IOException {
  private static final long serialVersionUID = 1;

  /** Whether anything can be read behind it. */
  public enum Rest {
    /** Reading goes on behind the damage; what lay in it is missing. */
    FOLLOWS,
    /** Nothing more comes. */
    LOST
  }

  private final Rest rest;

  /** What is wrong, with its place in the packed file. */
  PackedDamage(String what, Rest rest) {
    super(what);
    this.rest = rest;
  }

  public Rest rest() {
    return rest;
  }

  /** What is wrong, in words for a log. */
  public String what() {
    return String.valueOf(getMessage());
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
