package tenbin.wire.table;

import java.util.function.Consumer;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * A range of IPv4 addresses that need not be a prefix, as registries write them.
 *
 * @param first the lowest address as a number
 * @param count how many, at least one
 */
public record AddressRange(long first, long count) {
  private static final long ALL = 1L << 32;

  public AddressRange {
    if (first < 0 || count < 1 || first + count > ALL) {
      throw new IllegalArgumentException("no such range: " + first + " + " + count);
    }
  }

  /** One address; IPv4 only. */
  public static AddressRange at(Address address) {
    return between(address, address);
  }

  /** From one address to another, both inside; IPv4 only. */
  public static AddressRange between(Address from, Address to) {
    if (!from.isV4() || !to.isV4()) {
      throw new IllegalArgumentException("not IPv4: " + from + " - " + to);
    }
    long low = from.v4Bits() & 0xffff_ffffL;
    return new AddressRange(low, (to.v4Bits() & 0xffff_ffffL) - low + 1);
  }

  /** The fewest prefixes that make it up, in order. */
  public void forEachPrefix(Consumer<Prefix> each) {
    long at = first;
    long rest = count;
    while (rest > 0) {
      long aligned = at == 0 ? ALL : Long.lowestOneBit(at);
      long size = Math.min(aligned, Long.highestOneBit(rest));
      each.accept(Prefix.around(Address.ofV4((int) at), 32 - Long.numberOfTrailingZeros(size)));
      at += size;
      rest -= size;
    }
  }
}
