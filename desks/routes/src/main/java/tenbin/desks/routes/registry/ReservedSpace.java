package tenbin.desks.routes.registry;

import java.util.List;
import tenbin.nouns.net.Prefix;

/**
 * IANA's registries "IPv4 Special-Purpose Address Space", "IPv6 Special-Purpose Address Space",
 * "IPv4 Multicast Address Space" and "Autonomous System (AS) Numbers", as far as routing between
 * networks goes.
 */
final class ReservedSpace {
  private ReservedSpace() {}

  /**
   * A block.
   *
   * @param reason empty where it may be announced although it lies in one that may not
   */
  record Block(Prefix prefix, String reason) {
    private static Block of(String prefix, String reason) {
      return new Block(Prefix.parse(prefix), reason);
    }

    private static Block open(String prefix) {
      return of(prefix, "");
    }
  }

  /** AS numbers from one to another, both inside. */
  record Numbers(long first, long last, String reason) {}

  static final List<Block> BLOCKS =
      List.of(
          Block.of("0.0.0.0/8", "this network (RFC 791)"),
          Block.of("10.0.0.0/8", "private use (RFC 1918)"),
          Block.of("100.64.0.0/10", "shared address space (RFC 6598)"),
          Block.of("127.0.0.0/8", "loopback (RFC 1122)"),
          Block.of("169.254.0.0/16", "link local (RFC 3927)"),
          Block.of("172.16.0.0/12", "private use (RFC 1918)"),
          Block.of("192.0.0.0/24", "protocol assignments (RFC 6890)"),
          Block.of("192.0.2.0/24", "documentation (RFC 5737)"),
          Block.of("192.88.99.0/24", "6to4 relay anycast, deprecated (RFC 7526)"),
          Block.of("192.168.0.0/16", "private use (RFC 1918)"),
          Block.of("198.18.0.0/15", "benchmarking (RFC 2544)"),
          Block.of("198.51.100.0/24", "documentation (RFC 5737)"),
          Block.of("203.0.113.0/24", "documentation (RFC 5737)"),
          Block.of("224.0.0.0/4", "multicast (RFC 5771)"),
          Block.of("240.0.0.0/4", "reserved (RFC 1112)"),
          Block.of("::/8", "reserved (RFC 4291)"),
          Block.of("64:ff9b:1::/48", "local translation (RFC 8215)"),
          Block.of("100::/64", "discard only (RFC 6666)"),
          Block.of("100:0:0:1::/64", "dummy prefix (RFC 9780)"),
          Block.of("2001::/23", "protocol assignments (RFC 2928)"),
          Block.open("2001::/32"),
          Block.of("2001:2::/48", "benchmarking (RFC 5180)"),
          Block.open("2001:3::/32"),
          Block.open("2001:4:112::/48"),
          Block.of("2001:10::/28", "ORCHID, deprecated (RFC 4843)"),
          Block.open("2001:20::/28"),
          Block.open("2001:30::/28"),
          Block.of("2001:db8::/32", "documentation (RFC 3849)"),
          Block.of("3ffe::/16", "6bone, returned (RFC 3701)"),
          Block.of("3fff::/20", "documentation (RFC 9637)"),
          Block.of("5f00::/16", "segment routing (RFC 9602)"),
          Block.of("fc00::/7", "unique local (RFC 4193)"),
          Block.of("fe80::/10", "link local (RFC 4291)"),
          Block.of("fec0::/10", "site local, deprecated (RFC 3879)"),
          Block.of("ff00::/8", "multicast (RFC 4291)"));

  /** In order. */
  static final List<Numbers> NUMBERS =
      List.of(
          new Numbers(0, 0, "AS 0 (RFC 7607)"),
          new Numbers(23_456, 23_456, "AS_TRANS (RFC 6793)"),
          new Numbers(64_496, 64_511, "documentation (RFC 5398)"),
          new Numbers(64_512, 65_534, "private use (RFC 6996)"),
          new Numbers(65_535, 65_535, "last of 16 bits (RFC 7300)"),
          new Numbers(65_536, 65_551, "documentation (RFC 5398)"),
          new Numbers(65_552, 131_071, "reserved by IANA"),
          new Numbers(4_200_000_000L, 4_294_967_294L, "private use (RFC 6996)"),
          new Numbers(4_294_967_295L, 4_294_967_295L, "last of 32 bits (RFC 7300)"));
}
