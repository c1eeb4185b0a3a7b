package tenbin.proof.generator.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/** Gives out blocks one behind the other, none of them reserved or somebody's already. */
final class AddressPlan {
  /** The registry of special-purpose addresses (RFC 6890) where the plan comes by. */
  private static final List<String> RESERVED =
      List.of(
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24");

  private static final int END = 224;

  private final List<Prefix> kept = new ArrayList<>();
  private long next = 24L << 24;
  private long nextSix;

  AddressPlan(Collection<Prefix> taken) {
    Stream.concat(RESERVED.stream().map(Prefix::parse), taken.stream()).forEach(kept::add);
  }

  /** The next block of IPv4 of a length. */
  Prefix next(int length) {
    long size = 1L << 32 - length;
    while (true) {
      next = next + size - 1 & -size;
      if (next >>> 24 >= END) {
        throw new IllegalStateException("no addresses are left");
      }
      Prefix block = Prefix.around(Address.ofV4((int) next), length);
      Optional<Prefix> met = kept.stream().filter(block::overlaps).findFirst();
      next += size;
      if (met.isEmpty()) {
        return block;
      }
      next = Math.max(next, (met.get().last().low() & 0xffff_ffffL) + 1);
    }
  }

  /** The next /32 of IPv6. */
  Prefix nextSix() {
    long high = 0x2a10_0000L << 32 | ++nextSix << 32;
    return Prefix.around(new Address(high, 0), 32);
  }
}
