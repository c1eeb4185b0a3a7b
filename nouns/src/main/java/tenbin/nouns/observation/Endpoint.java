package tenbin.nouns.observation;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/**
 * One side of what was seen, as far as the report told it.
 *
 * @param address {@link Address#NONE} when not told
 * @param port 0 to 65535, {@link #NO_PORT} when not told; port 0 is a port that darknets do see
 * @param asn the origin as the report claims it; attribution does not believe it
 * @param host the name that was asked for or that serves (lower case A-labels), empty when not told
 * @param reverseName what the address's PTR record said, empty when not told; says nothing about
 *     whose address it is
 */
public record Endpoint(Address address, int port, Asn asn, String host, String reverseName) {
  public static final int NO_PORT = -1;

  /** Nothing is known of this side. */
  public static final Endpoint NONE = new Endpoint(Address.NONE, NO_PORT, Asn.NONE, "", "");

  public Endpoint {
    if (port < NO_PORT || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  public static Endpoint of(Address address, int port) {
    return new Endpoint(address, port, Asn.NONE, "", "");
  }

  public boolean hasPort() {
    return port != NO_PORT;
  }
}
