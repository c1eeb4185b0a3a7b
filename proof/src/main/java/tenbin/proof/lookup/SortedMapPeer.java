package tenbin.proof.lookup;

import java.util.Map;
import java.util.TreeMap;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.spine.attribute.PrefixTable;

/**
 * The same answers from the JDK's sorted map: the floor of the address, then the floor of what the
 * two have in common, until one covers it. What one writes without a structure of one's own.
 */
final class SortedMapPeer {
  private final TreeMap<Prefix, Integer> sorted = new TreeMap<>();

  SortedMapPeer(FlatTable table) {
    for (int at = 0; at < table.size(); at++) {
      sorted.put(table.prefix(at), at);
    }
  }

  int find(Address address) {
    Prefix bound = new Prefix(address, 128);
    while (true) {
      Map.Entry<Prefix, Integer> floor = sorted.floorEntry(bound);
      if (floor == null || floor.getKey().isV4() != address.isV4()) {
        return PrefixTable.NONE;
      }
      if (floor.getKey().contains(address)) {
        return floor.getValue();
      }
      int common = Math.min(commonBits(floor.getKey().first(), address), bound.bits() - 1);
      if (common < (address.isV4() ? 96 : 0)) {
        return PrefixTable.NONE;
      }
      bound = Prefix.around(address, address.isV4() ? common - 96 : common);
    }
  }

  private static int commonBits(Address one, Address other) {
    long high = one.high() ^ other.high();
    return high != 0
        ? Long.numberOfLeadingZeros(high)
        : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
  }
}
