package tenbin.desks.routes.declare.file;

import java.util.LinkedHashSet;
import java.util.Set;
import tenbin.nouns.net.Asn;

/**
 * A list of AS numbers as ARTEMIS writes it: numbers, ranges of them, or a star for all.
 *
 * @param asns those that are named
 * @param any whether everyone is meant
 * @param told whether there is such a list at all
 */
record ArtemisAsns(Set<Asn> asns, boolean any, boolean told) {
  /** Private ASes of two octets are 1,023; more in one range is a slip of the hand. */
  private static final int MOST_IN_RANGE = 1_024;

  static ArtemisAsns of(Spot list) {
    Set<Asn> asns = new LinkedHashSet<>();
    boolean any = false;
    for (Spot each : list.items()) {
      if (each.text().equals("*")) {
        any = true;
      } else {
        each.parsed(ArtemisAsns::range).ifPresent(asns::addAll);
      }
    }
    return new ArtemisAsns(asns, any, !list.node().isMissingNode());
  }

  private static Set<Asn> range(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Set.of(Asn.parse(text));
    }
    long from = Asn.parse(text.substring(0, dash).strip()).number();
    long to = Asn.parse(text.substring(dash + 1).strip()).number();
    if (from > to || to - from >= MOST_IN_RANGE) {
      throw new IllegalArgumentException(
          "not a range of up to " + MOST_IN_RANGE + " AS numbers: \"" + text + "\"");
    }
    Set<Asn> asns = new LinkedHashSet<>();
    for (long each = from; each <= to; each++) {
      asns.add(new Asn(each));
    }
    return asns;
  }
}
