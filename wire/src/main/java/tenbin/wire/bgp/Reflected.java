package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Address;

/**
 * Which route reflectors a route came through inside its AS (RFC 4456 section 8).
 *
 * @param originator the router that brought it into the AS
 * @param clusters the reflectors, the last first
 */
public record Reflected(Optional<Address> originator, List<Address> clusters) {
  public Reflected {
    clusters = List.copyOf(clusters);
  }

  /** What a route says of it. */
  public static Reflected of(Attributes attributes) {
    return new Reflected(addresses(attributes, 9).stream().findFirst(), addresses(attributes, 10));
  }

  private static List<Address> addresses(Attributes attributes, int type) {
    List<Address> all = new ArrayList<>();
    for (Attributes.Raw raw : attributes.others()) {
      for (int at = 0; raw.type() == type && at + 8 <= raw.octets().length(); at += 8) {
        all.add(Address.ofV4(HexFormat.fromHexDigits(raw.octets(), at, at + 8)));
      }
    }
    return all;
  }
}
