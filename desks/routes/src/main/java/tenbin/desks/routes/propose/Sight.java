package tenbin.desks.routes.propose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;

/** By whom something was seen, and since when. */
final class Sight {
  private final BitSet vantages = new BitSet();
  private Instant since = Instant.MAX;

  void seen(int vantage, Instant at) {
    vantages.set(vantage);
    since = at.isBefore(since) ? at : since;
  }

  int count() {
    return vantages.cardinality();
  }

  /** "seen by 3 of 8 vantage points since 2017-08-01". */
  String text(int of) {
    return "seen by " + count() + " of " + of + " vantage points since " + day();
  }

  private LocalDate day() {
    return LocalDate.ofInstant(since, ZoneOffset.UTC);
  }
}
