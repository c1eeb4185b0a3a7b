package tenbin.desks.routes.bmp;

import java.util.HexFormat;
import tenbin.desks.routes.port.Client;

/** BMP messages of a test's router, from digits. */
public final class Said {
  public static final byte[] HELLO = message(4, "0002 0003 617a75");
  public static final byte[] BYE = message(5, "0001 0002 0000");

  private static final String PEER =
      "0000 0000000000000000 000000000000000000000000c0000201 0000fbf0 c0000201 6553f100 00000000";

  private Said() {}

  /** A whole one. */
  public static byte[] message(int type, String body) {
    byte[] octets = Client.hex(body);
    String head = "03" + HexFormat.of().toHexDigits(6 + octets.length);
    return Client.hex(
        head + HexFormat.of().toHexDigits((byte) type) + HexFormat.of().formatHex(octets));
  }

  /** The session with AS 64496 begins; both tell several paths of IPv4, or not. */
  public static byte[] up(boolean several) {
    String capabilities = several ? "08 02 06 4504 0001 01 03" : "00";
    String body = "04 fbf0 005a c0000201 " + capabilities;
    String open = HexFormat.of().formatHex(Client.bgp(1, body));
    return message(3, PEER + "000000000000000000000000c0000202 00b3 c001" + open + open);
  }

  public static byte[] down() {
    return message(2, PEER + "04");
  }

  /** Routes of that session, as the digits of the body of an UPDATE. */
  public static byte[] routes(byte[] update) {
    return message(0, PEER + HexFormat.of().formatHex(update));
  }
}
