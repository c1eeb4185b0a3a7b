package tenbin.desks.routes.rtr;

/**
 * How much of a cache is believed.
 *
 * @param vrps at most; all registries together have 800,000
 * @param aspas at most; every AS of the Internet would be 100,000
 */
record RtrLimits(int vrps, int aspas) {
  static final RtrLimits USUAL = new RtrLimits(4_000_000, 400_000);
}
