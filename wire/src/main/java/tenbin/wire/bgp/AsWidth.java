package tenbin.wire.bgp;

/** How many octets an AS number takes in a session (RFC 6793). */
public enum AsWidth {
  TWO,
  FOUR;

  /** The next AS number. */
  public int read(Octets in) throws Malformed {
    return this == TWO ? in.u16() : in.i32();
  }
}
