package tenbin.proof.generator.routes;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/** Writes parts of BGP messages: attributes, prefixes, addresses (RFC 4271, 4760, 6793). */
final class BgpOctets {
  private static final int TRANSITIVE = 0x40;
  private static final int OPTIONAL = 0x80;
  private static final int AS_SEQUENCE = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** What is written into it. */
  interface Part {
    void to(BgpOctets octets) throws IOException;
  }

  static byte[] of(Part part) {
    try {
      BgpOctets octets = new BgpOctets();
      part.to(octets);
      return octets.bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  BgpOctets u8(int value) throws IOException {
    out.writeByte(value);
    return this;
  }

  BgpOctets u16(int value) throws IOException {
    out.writeShort(value);
    return this;
  }

  BgpOctets u32(long value) throws IOException {
    out.writeInt((int) value);
    return this;
  }

  BgpOctets raw(byte[] some) throws IOException {
    out.write(some);
    return this;
  }

  BgpOctets address(Address address) throws IOException {
    if (address.isV4()) {
      return u32(address.v4Bits());
    }
    out.writeLong(address.high());
    out.writeLong(address.low());
    return this;
  }

  BgpOctets prefix(Prefix prefix) throws IOException {
    int length = prefix.length();
    u8(length);
    byte[] whole = of(each -> each.address(prefix.first()));
    out.write(whole, 0, (length + 7) / 8);
    return this;
  }

  BgpOctets prefixes(List<Prefix> prefixes) throws IOException {
    for (Prefix each : prefixes) {
      prefix(each);
    }
    return this;
  }

  private BgpOctets attribute(int flags, int type, byte[] value) throws IOException {
    boolean isLong = value.length > 255;
    u8(flags | (isLong ? 0x10 : 0)).u8(type);
    return (isLong ? u16(value.length) : u8(value.length)).raw(value);
  }

  /** ORIGIN, AS_PATH and, of IPv4, NEXT_HOP. */
  private BgpOctets common(Route route, Address hop) throws IOException {
    attribute(TRANSITIVE, 1, new byte[1]);
    attribute(TRANSITIVE, 2, of(value -> value.path(route)));
    return hop.isV4() ? attribute(TRANSITIVE, 3, of(value -> value.address(hop))) : this;
  }

  private void path(Route route) throws IOException {
    u8(AS_SEQUENCE).u8(route.hops().length);
    for (long hop : route.hops()) {
      u32(hop);
    }
  }

  /** The attributes of an entry of a table (RFC 6396 section 4.3.4: the next hop alone). */
  static byte[] entry(Route route, Address hop) {
    return of(octets -> {
      octets.common(route, hop);
      if (!hop.isV4()) {
        octets.attribute(OPTIONAL, 14, of(value -> value.u8(16).address(hop)));
      }
    });
  }

  /** A whole UPDATE of one family, with its header. */
  static byte[] update(Message message, Address hop) {
    byte[] body = of(octets -> octets.body(message, hop));
    return of(octets -> {
      octets.raw(marker()).u16(19 + body.length).u8(2).raw(body);
    });
  }

  private static byte[] marker() {
    byte[] marker = new byte[16];
    java.util.Arrays.fill(marker, (byte) 0xff);
    return marker;
  }

  private void body(Message message, Address hop) throws IOException {
    boolean v4 = message.prefixes().getFirst().isV4();
    List<Prefix> prefixes = message.prefixes();
    boolean gone = message.route().isEmpty();
    byte[] withdrawn = v4 && gone ? of(value -> value.prefixes(prefixes)) : new byte[0];
    byte[] attributes = of(value -> value.attributes(message, hop));
    u16(withdrawn.length).raw(withdrawn).u16(attributes.length).raw(attributes);
    if (v4 && !gone) {
      prefixes(prefixes);
    }
  }

  private void attributes(Message message, Address hop) throws IOException {
    boolean v4 = message.prefixes().getFirst().isV4();
    List<Prefix> prefixes = message.prefixes();
    if (message.route().isPresent()) {
      common(message.route().get(), hop);
      if (!v4) {
        byte[] reach = of(value -> value.u16(2).u8(1).u8(16).address(hop).u8(0).prefixes(prefixes));
        attribute(OPTIONAL, 14, reach);
      }
    } else if (!v4) {
      attribute(OPTIONAL, 15, of(value -> value.u16(2).u8(1).prefixes(prefixes)));
    }
  }
}
