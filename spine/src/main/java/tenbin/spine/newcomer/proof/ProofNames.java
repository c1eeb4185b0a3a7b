package tenbin.spine.newcomer.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Where in the DNS the holder of a network lays its mark: under the reverse zone of a block, which
 * follows the delegation of its addresses; under a domain itself. A domain proves no addresses.
 *
 * <p>A block whose length is no border of its reverse tree consists of several zones at the next
 * border (RFC 1035 section 3.5, RFC 3596 section 2.5), each of which can be somebody else's: the
 * mark lies in every one of them. A block inside a /24 is delegated under a name that its parent
 * chose (RFC 2317 section 4); the customary three are tried, and whoever could lay it in one of
 * them holds the block or the /24 around it.
 */
public final class ProofNames {
  /** RFC 8552: names for one use begin with an underscore. */
  private static final String LABEL = "_tenbin.";

  private static final int V4_BORDER = 8;
  private static final int V6_BORDER = 4;
  private static final int LAST_V4_ZONE = 24;

  private ProofNames() {}

  /** One name of each set has to bear the mark; empty where the DNS cannot tell. */
  public static List<Set<String>> of(Network network) {
    return switch (network) {
      case Network.Block(Prefix prefix) -> prefix.isV4() ? v4(prefix) : v6(prefix);
      case Network.Domain domain -> List.of(Set.of(LABEL + domain.name().ascii()));
      case Network.AutonomousSystem ignored -> List.of();
    };
  }

  private static List<Set<String>> v4(Prefix prefix) {
    int bits = prefix.first().v4Bits();
    int[] octets = {bits >>> 24, bits >> 16 & 0xff, bits >> 8 & 0xff, bits & 0xff};
    int length = prefix.length();
    if (length > LAST_V4_ZONE && length < 32) {
      return List.of(inside24(octets, length));
    }
    int border = Math.ceilDiv(length, V4_BORDER) * V4_BORDER;
    int last = border / V4_BORDER;
    List<Set<String>> names = new ArrayList<>();
    for (int i = 0; i < 1 << (border - length); i++) {
      StringBuilder name = new StringBuilder(LABEL);
      for (int place = last - 1; place >= 0; place--) {
        name.append(octets[place] + (place == last - 1 ? i : 0)).append('.');
      }
      names.add(Set.of(name.append("in-addr.arpa").toString()));
    }
    return names;
  }

  private static Set<String> inside24(int[] octets, int length) {
    int first = octets[3];
    int last = first + (1 << (32 - length)) - 1;
    String zone = "." + octets[2] + "." + octets[1] + "." + octets[0] + ".in-addr.arpa";
    return new TreeSet<>(
        Set.of(
            LABEL + first + "/" + length + zone,
            LABEL + first + "-" + length + zone,
            LABEL + first + "-" + last + zone));
  }

  private static List<Set<String>> v6(Prefix prefix) {
    int border = Math.ceilDiv(prefix.length(), V6_BORDER) * V6_BORDER;
    int nibbles = border / V6_BORDER;
    List<Set<String>> names = new ArrayList<>();
    for (int i = 0; i < 1 << (border - prefix.length()); i++) {
      StringBuilder name = new StringBuilder(LABEL);
      for (int place = nibbles - 1; place >= 0; place--) {
        int nibble = nibble(prefix.first(), place);
        name.append(Integer.toHexString(nibble + (place == nibbles - 1 ? i : 0))).append('.');
      }
      names.add(Set.of(name.append("ip6.arpa").toString()));
    }
    return names;
  }

  /** One of an address's 32, the first one first. */
  private static int nibble(Address address, int place) {
    long half = place < 16 ? address.high() : address.low();
    return (int) (half >>> (60 - V6_BORDER * (place % 16))) & 0xf;
  }
}
