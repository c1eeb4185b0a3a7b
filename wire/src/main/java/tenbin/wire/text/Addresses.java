package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import tenbin.nouns.net.Address;

/**
 * Reads addresses straight from bytes and remembers what had to be forgiven: brackets as in URLs
 * (RFC 3986 section 3.2.2), a zone (RFC 4007 section 11; it means something on one host only), and
 * an IPv4 address in IPv6's clothes (RFC 4291 section 2.5.5.2). Not for several threads.
 */
public final class Addresses {
  private static final int MOST_LENGTH = 128;

  private boolean zoneDropped;
  private boolean mapped;

  /** The address in a slice, {@link Address#NONE} where there is none. */
  public Address read(byte[] b, int from, int to) {
    zoneDropped = false;
    mapped = false;
    long quad = quad(b, from, to);
    return quad >= 0 ? Address.ofV4((int) quad) : slow(b, from, to);
  }

  /** The address in a text; blanks around it are forgiven. */
  public Address read(String text) {
    byte[] bytes = text.trim().getBytes(ISO_8859_1);
    return read(bytes, 0, bytes.length);
  }

  /** Whether the last address carried a zone. */
  public boolean zoneDropped() {
    return zoneDropped;
  }

  /** Whether the last address was an IPv4 address written as an IPv6 one. */
  public boolean wasMapped() {
    return mapped;
  }

  private Address slow(byte[] b, int from, int to) {
    if (to - from > MOST_LENGTH || to - from < 2) {
      return Address.NONE;
    }
    String text = new String(b, from, to - from, ISO_8859_1).trim();
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    int zone = text.indexOf('%');
    boolean isV6 = text.indexOf(':') >= 0;
    Address address =
        Address.tryParse(zone > 0 && isV6 ? text.substring(0, zone) : text).orElse(Address.NONE);
    zoneDropped = address.isPresent() && zone > 0;
    mapped = address.isV4() && isV6;
    return address;
  }

  /** The 32 bits of a dotted quad, or -1. */
  private static long quad(byte[] b, int from, int to) {
    if (to - from < 7 || to - from > 15) {
      return -1;
    }
    long bits = 0;
    int at = from;
    for (int part = 0; part < 4; part++) {
      int start = at;
      int value = 0;
      while (at < to && b[at] >= '0' && b[at] <= '9') {
        value = value * 10 + (b[at++] - '0');
      }
      int digits = at - start;
      if (digits == 0 || digits > 3 || value > 255 || digits > 1 && b[start] == '0') {
        return -1;
      }
      bits = bits << 8 | value;
      if (part < 3 && (at == to || b[at++] != '.')) {
        return -1;
      }
    }
    return at == to ? bits : -1;
  }
}
