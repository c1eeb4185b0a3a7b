package tenbin.wire.bgp;

/**
 * A family of routes, by its numbers (RFC 4760 section 6).
 *
 * @param afi 1 IPv4, 2 IPv6
 * @param safi 1 unicast, 2 multicast
 */
public record AfiSafi(int afi, int safi) implements Comparable<AfiSafi> {
  public static final AfiSafi IPV4_UNICAST = new AfiSafi(1, 1);
  public static final AfiSafi IPV6_UNICAST = new AfiSafi(2, 1);

  public AfiSafi {
    if (afi < 0 || afi > 0xffff || safi < 0 || safi > 0xff) {
      throw new IllegalArgumentException("no such family: " + afi + "/" + safi);
    }
  }

  @Override
  public int compareTo(AfiSafi other) {
    return Integer.compare(afi << 8 | safi, other.afi << 8 | other.safi);
  }

  /** "ipv4 unicast", or the numbers of one that has no name here: "25/70". */
  @Override
  public String toString() {
    String address = afi == 1 ? "ipv4" : afi == 2 ? "ipv6" : "";
    String cast = safi == 1 ? "unicast" : safi == 2 ? "multicast" : "";
    return address.isEmpty() || cast.isEmpty() ? afi + "/" + safi : address + " " + cast;
  }
}
