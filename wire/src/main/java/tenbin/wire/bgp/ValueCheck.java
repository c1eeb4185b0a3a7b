package tenbin.wire.bgp;

import java.util.Optional;

/** What is wrong inside a value whose length is right (RFC 7606 section 7, 7607). */
final class ValueCheck {
  private ValueCheck() {}

  /** In words; empty where nothing is. */
  static Optional<String> of(AttributeType type, Octets value, AsWidth width) {
    try {
      return switch (type) {
        case ORIGIN -> when(value.u8() > 2, "no such origin");
        case AS_PATH -> path(value, width);
        case AS4_PATH -> path(value, AsWidth.FOUR);
        case AGGREGATOR -> aggregator(value, width);
        case AS4_AGGREGATOR -> when(value.i32() == 0, "AS 0");
        case AIGP -> metrics(value);
        case PREFIX_SID -> segments(value);
        case TUNNEL_ENCAPSULATION -> tunnels(value);
        default -> Optional.empty();
      };
    } catch (Malformed broken) {
      return Optional.of(broken.what());
    }
  }

  private static Optional<String> when(boolean wrong, String why) {
    return wrong ? Optional.of(why) : Optional.empty();
  }

  private static Optional<String> path(Octets value, AsWidth width) throws Malformed {
    while (value.hasMore()) {
      int kind = value.u8();
      int count = value.u8();
      if (kind < 1 || kind > 4) {
        return Optional.of("AS path segment of kind " + kind);
      }
      if (count == 0) {
        return Optional.of("AS path segment of nothing");
      }
      for (int i = 0; i < count; i++) {
        if (width.read(value) == 0) {
          return Optional.of("AS 0");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> aggregator(Octets value, AsWidth width) throws Malformed {
    int octets = width == AsWidth.TWO ? 6 : 8;
    if (value.left() != octets) {
      return Optional.of("of " + value.left() + " octets");
    }
    return when(width.read(value) == 0, "AS 0");
  }

  /** Of AIGP the length counts all three of type, length and value (RFC 7311 section 3). */
  private static Optional<String> metrics(Octets value) throws Malformed {
    while (value.hasMore()) {
      value.skip(1);
      value.skip(value.u16() - 3);
    }
    return Optional.empty();
  }

  private static Optional<String> segments(Octets value) throws Malformed {
    while (value.hasMore()) {
      value.skip(1);
      value.skip(value.u16());
    }
    return Optional.empty();
  }

  private static Optional<String> tunnels(Octets value) throws Malformed {
    while (value.hasMore()) {
      value.skip(2);
      value.skip(value.u16());
    }
    return Optional.empty();
  }
}
