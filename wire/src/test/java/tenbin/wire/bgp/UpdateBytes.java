package tenbin.wire.bgp;

import java.util.HexFormat;

/** Writes UPDATEs for tests, from digits. Only here: the product writes none. */
final class UpdateBytes {
  static final String ORIGIN = "40 01 01 00";
  static final String PATH = "40 02 06 02 01 0000fbf0";
  static final String HOP = "40 03 04 c0000201";
  static final String ROUTE = "18 c63364";
  static final String REACH = "80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8";

  private UpdateBytes() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** The body of one. */
  static byte[] body(String withdrawn, String attributes, String announced) {
    byte[] gone = hex(withdrawn);
    byte[] block = hex(attributes);
    HexFormat digits = HexFormat.of();
    return hex(
        String.format(
            "%04x%s%04x%s%s",
            gone.length, digits.formatHex(gone), block.length, digits.formatHex(block), announced));
  }

  /** The same as a whole message. */
  static byte[] message(int type, byte[] body) {
    String head = "ff".repeat(16) + String.format("%04x%02x", 19 + body.length, type);
    return hex(head + HexFormat.of().formatHex(body));
  }
}
