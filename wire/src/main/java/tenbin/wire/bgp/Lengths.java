package tenbin.wire.bgp;

/**
 * How long an attribute's value may be, in octets.
 *
 * @param least at least so many
 * @param most at most so many
 * @param step a multiple of so many
 */
record Lengths(int least, int most, int step) {
  static final Lengths ANY = new Lengths(0, 0xffff, 1);

  static Lengths exactly(int octets) {
    return new Lengths(octets, octets, 1);
  }

  static Lengths atLeast(int octets) {
    return new Lengths(octets, 0xffff, 1);
  }

  /** A list of values of so many octets, one at least. */
  static Lengths listOf(int octets) {
    return new Lengths(octets, 0xffff, octets);
  }

  boolean fits(int octets) {
    return octets >= least && octets <= most && octets % step == 0;
  }
}
