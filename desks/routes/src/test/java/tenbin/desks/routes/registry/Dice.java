package tenbin.desks.routes.registry;

import java.util.Random;
import java.util.SplittableRandom;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Random prefixes and numbers that often meet; its seed stands in every assertion. */
final class Dice {
  private final long seed;
  private final SplittableRandom random;

  Dice() {
    this(new Random().nextLong());
  }

  Dice(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A prefix out of so few bits that others are often around it. */
  Prefix prefix() {
    return random.nextBoolean() ? v4(random.nextInt(33)) : v6(random.nextInt(129));
  }

  private Prefix v4(int length) {
    int bits = (random.nextInt(4) << 30) | (random.nextInt(4) << 14) | random.nextInt(4);
    return Prefix.around(Address.ofV4(bits), length);
  }

  private Prefix v6(int length) {
    long high = ((long) random.nextInt(4) << 62) | random.nextInt(4);
    long low = ((long) random.nextInt(4) << 62) | random.nextInt(4);
    return new Prefix(Prefix.around(new Address(high | 1L << 40, low), length).first(), length);
  }

  /** One of a few, small and large. */
  Asn asn() {
    return new Asn(random.nextBoolean() ? random.nextInt(5) : 0xffff_fff0L + random.nextInt(5));
  }

  long origin() {
    return random.nextInt(10) == 0 ? VrpTable.SET : asn().number();
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
