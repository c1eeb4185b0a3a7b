package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Address;

/** IPv4 next hops by their bits: a table has as many as peers. For one thread. */
final class HopMemo {
  private final List<Optional<Address>> known;

  /**
   * An empty one.
   *
   * @param places a power of two, or 0 to remember nothing
   */
  HopMemo(int places) {
    this.known = new ArrayList<>(Collections.nCopies(places, Optional.empty()));
  }

  Optional<Address> hop(int bits) {
    if (known.isEmpty()) {
      return Optional.of(Address.ofV4(bits));
    }
    int place = (bits ^ bits >>> 8 ^ bits >>> 16) & known.size() - 1;
    Optional<Address> hop = known.get(place);
    if (hop.isEmpty() || hop.get().v4Bits() != bits) {
      hop = Optional.of(Address.ofV4(bits));
      known.set(place, hop);
    }
    return hop;
  }
}
