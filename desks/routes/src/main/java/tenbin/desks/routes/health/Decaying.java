package tenbin.desks.routes.health;

/** A count of which half is forgotten in a given time. */
final class Decaying {
  private final double halfLifeMicros;
  private double value;
  private long at;

  Decaying(long halfLifeMicros) {
    this.halfLifeMicros = halfLifeMicros;
  }

  void add(long micros, int count) {
    value = at(micros) + count;
    at = Math.max(at, micros);
  }

  /** How much is left at a time. */
  double at(long micros) {
    return micros <= at ? value : value * Math.pow(0.5, (micros - at) / halfLifeMicros);
  }
}
