package tenbin.nouns.net;

/** Where an address stands by the special-purpose registries (RFC 6890; IANA's tables of it). */
public enum Scope {
  /** Nothing was told. */
  NONE,
  /** Unicast that may be seen on the Internet. */
  GLOBAL,
  /** RFC 1918, RFC 6598 shared space, RFC 4193 unique local. */
  PRIVATE,
  LOOPBACK,
  LINK_LOCAL,
  MULTICAST,
  /** RFC 5737, RFC 3849 and RFC 9637: written in examples, never routed. */
  DOCUMENTATION,
  /** Everything else that no network answers for: this network, benchmarking, future use. */
  RESERVED;

  static Scope of(Address address) {
    if (!address.isPresent()) {
      return NONE;
    }
    return address.isV4() ? ofV4(address.v4Bits()) : ofV6(address.high(), address.low());
  }

  private static Scope ofV4(int bits) {
    int first = bits >>> 24;
    int second = bits >>> 16 & 255;
    int top24 = bits >>> 8;
    return switch (first) {
      case 0 -> RESERVED;
      case 10 -> PRIVATE;
      case 127 -> LOOPBACK;
      case 100 -> (second & 0xc0) == 64 ? PRIVATE : GLOBAL;
      case 169 -> second == 254 ? LINK_LOCAL : GLOBAL;
      case 172 -> (second & 0xf0) == 16 ? PRIVATE : GLOBAL;
      case 192 -> ofV4Net192(second, top24);
      case 198 -> (second & 0xfe) == 18 ? RESERVED : top24 == 0xc63364 ? DOCUMENTATION : GLOBAL;
      case 203 -> top24 == 0xcb0071 ? DOCUMENTATION : GLOBAL;
      default -> first >= 240 ? RESERVED : first >= 224 ? MULTICAST : GLOBAL;
    };
  }

  private static Scope ofV4Net192(int second, int top24) {
    if (second == 168) {
      return PRIVATE;
    }
    return top24 == 0xc00000 ? RESERVED : top24 == 0xc00002 ? DOCUMENTATION : GLOBAL;
  }

  private static Scope ofV6(long high, long low) {
    int first = (int) (high >>> 48);
    if (high == 0) {
      return low == 1 ? LOOPBACK : RESERVED;
    }
    if ((first & 0xe000) == 0x2000) {
      boolean documentation = high >>> 32 == 0x2001_0db8L || high >>> 44 == 0x3fff0L;
      return documentation ? DOCUMENTATION : GLOBAL;
    }
    if ((first & 0xfe00) == 0xfc00) {
      return PRIVATE;
    }
    if ((first & 0xffc0) == 0xfe80) {
      return LINK_LOCAL;
    }
    return (first & 0xff00) == 0xff00 ? MULTICAST : RESERVED;
  }
}
