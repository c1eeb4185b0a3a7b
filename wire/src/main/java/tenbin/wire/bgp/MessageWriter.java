package tenbin.wire.bgp;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Writes what a speaker that only listens has to say: OPEN, KEEPALIVE, NOTIFICATION, ROUTE-REFRESH
 * and that there is nothing more. There is no way to write a route here: nothing is ever announced
 * by us.
 */
public final class MessageWriter {
  private static final int AS_TRANS = 23_456; // RFC 6793 section 3
  private static final int MOST_DATA = MessageReader.MOST - MessageReader.HEADER - 2;

  private MessageWriter() {}

  public static byte[] open(Open open) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(4);
    long asn = open.asn().number();
    number(body, asn > 0xffff ? AS_TRANS : asn, 2);
    number(body, open.holdSeconds(), 2);
    number(body, open.identifier().v4Bits(), 4);
    byte[] capabilities = CapabilityWriter.all(open.capabilities());
    int parameter = capabilities.length == 0 ? 0 : capabilities.length + 2;
    if (parameter > 254) {
      number(body, 0xffff, 2); // RFC 9072 section 2
      number(body, capabilities.length + 3, 2);
      body.write(2);
      number(body, capabilities.length, 2);
    } else {
      body.write(parameter);
      if (parameter > 0) {
        body.write(2);
        body.write(capabilities.length);
      }
    }
    body.writeBytes(capabilities);
    return message(1, body.toByteArray());
  }

  public static byte[] keepAlive() {
    return message(4, new byte[0]);
  }

  /** With as much of its data as a message holds. */
  public static byte[] notification(Notification told) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(told.code().major());
    body.write(told.code().minor());
    byte[] data = HexFormat.of().parseHex(told.data());
    body.write(data, 0, Math.min(data.length, MOST_DATA));
    return message(3, body.toByteArray());
  }

  public static byte[] routeRefresh(RouteRefresh asked) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, asked.family().afi(), 2);
    body.write(asked.kind());
    body.write(asked.family().safi());
    return message(5, body.toByteArray());
  }

  /**
   * End-of-RIB (RFC 4724 section 2): that we have told all of a family, which is nothing. Who
   * restarts gracefully waits for it. Its only content is the number of the family.
   */
  public static byte[] endOfRib(AfiSafi family) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, 0, 2);
    boolean plain = family.equals(AfiSafi.IPV4_UNICAST);
    number(body, plain ? 0 : 6, 2);
    if (!plain) {
      number(body, 0x800f03, 3);
      number(body, family.afi(), 2);
      body.write(family.safi());
    }
    return message(2, body.toByteArray());
  }

  private static byte[] message(int type, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 16; i++) {
      out.write(0xff);
    }
    number(out, MessageReader.HEADER + body.length, 2);
    out.write(type);
    out.writeBytes(body);
    return out.toByteArray();
  }

  static void number(ByteArrayOutputStream to, long value, int octets) {
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
      to.write((int) (value >>> shift));
    }
  }
}
