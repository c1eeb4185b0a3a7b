package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tenbin.nouns.net.Address;

/**
 * An extended community (RFC 4360, 5668, 7153): eight octets, of which the first two say what they
 * are.
 *
 * @param octets all eight
 */
public record ExtendedCommunity(long octets) {
  /** Those that a route carries. */
  public static List<ExtendedCommunity> of(Attributes attributes) {
    List<ExtendedCommunity> all = new ArrayList<>();
    for (Attributes.Raw raw : attributes.others()) {
      for (int at = 0; raw.type() == 16 && at + 16 <= raw.octets().length(); at += 16) {
        all.add(new ExtendedCommunity(HexFormat.fromHexDigitsToLong(raw.octets(), at, at + 16)));
      }
    }
    return all;
  }

  /** What kind, with the bits of who assigned it and how far it goes. */
  public int type() {
    return (int) (octets >>> 56);
  }

  public int subtype() {
    return (int) (octets >>> 48) & 0xff;
  }

  /** Whether it goes from AS to AS (RFC 4360 section 2). */
  public boolean isTransitive() {
    return (type() & 0x40) == 0;
  }

  /** "rt:64496:1", "soo:192.0.2.1:7", "ovs:valid"; others as "0x" and their octets. */
  @Override
  public String toString() {
    return switch (type()) {
      case 0x00 -> name() + first16() + ":" + (octets & 0xffff_ffffL);
      case 0x01 -> name() + Address.ofV4((int) (octets >>> 16)) + ":" + (octets & 0xffff);
      case 0x02 -> name() + (octets >>> 16 & 0xffff_ffffL) + ":" + (octets & 0xffff);
      case 0x03 -> subtype() == 0x0b ? "color:" + (octets & 0xffff_ffffL) : digits();
      case 0x40 ->
          subtype() == 4
              ? "bandwidth:" + first16() + ":" + Float.intBitsToFloat((int) octets)
              : digits();
      case 0x43 -> subtype() == 0 ? "ovs:" + validity() : digits();
      default -> digits();
    };
  }

  private long first16() {
    return octets >>> 32 & 0xffff;
  }

  private String name() {
    return switch (subtype()) {
      case 2 -> "rt:";
      case 3 -> "soo:";
      default -> String.format(Locale.ROOT, "%02x%02x:", type(), subtype());
    };
  }

  /** RFC 8097 section 2. */
  private String validity() {
    return switch ((int) (octets & 0xff)) {
      case 0 -> "valid";
      case 1 -> "not-found";
      case 2 -> "invalid";
      default -> "unknown";
    };
  }

  private String digits() {
    return "0x" + HexFormat.of().toHexDigits(octets);
  }
}
