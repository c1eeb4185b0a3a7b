package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * A prefix as a message names it.
 *
 * @param prefix with the bits behind its length cleared (RFC 4271 section 4.3: they mean nothing)
 * @param pathId of several paths to it (RFC 7911)
 */
public record Reach(Prefix prefix, OptionalLong pathId) {
  /** One of a table, without an identifier. */
  public static Reach of(Prefix prefix) {
    return new Reach(prefix, OptionalLong.empty());
  }

  /** The next one. */
  public static Reach read(Octets in, Family family, PathIds ids) throws Malformed {
    OptionalLong id =
        ids == PathIds.BEFORE_PREFIX ? OptionalLong.of(in.u32()) : OptionalLong.empty();
    return new Reach(prefix(in, family), id);
  }

  /** All that are left. */
  static List<Reach> all(Octets in, Family family, PathIds ids) throws Malformed {
    if (!in.hasMore()) {
      return List.of();
    }
    Reach first = read(in, family, ids);
    if (!in.hasMore()) {
      return List.of(first); // As nearly every message has it.
    }
    List<Reach> all = new ArrayList<>();
    all.add(first);
    while (in.hasMore()) {
      all.add(read(in, family, ids));
    }
    return all;
  }

  /** A prefix as its length in bits and the octets that these need. */
  public static Prefix prefix(Octets in, Family family) throws Malformed {
    int at = in.at();
    int length = in.u8();
    if (length > family.bits()) {
      throw new Malformed(at, "prefix of /" + length);
    }
    Address start = in.start(family, length);
    // Of IPv6 ::ffff:0:0/96 is counted as IPv4 is: its lengths begin behind those 96 bits.
    boolean mapped = family == Family.IPV6 && start.isV4();
    return Prefix.around(start, mapped ? Math.max(0, length - 96) : length);
  }
}
