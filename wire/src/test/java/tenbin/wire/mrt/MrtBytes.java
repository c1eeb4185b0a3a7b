package tenbin.wire.mrt;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Writes MRT for tests, octet by octet. */
final class MrtBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static final int UPDATE = 2;

  /** Octets as digits, spaces between them or not. */
  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static void number(ByteArrayOutputStream to, long value, int octets) {
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
      to.write((int) (value >>> shift));
    }
  }

  MrtBytes record(int type, int subtype, byte[] body) {
    number(out, 1_700_000_000L, 4);
    number(out, type, 2);
    number(out, subtype, 2);
    number(out, body.length, 4);
    out.writeBytes(body);
    return this;
  }

  /** An UPDATE of AS 64496 at 192.0.2.1, in a session with numbers of two or four octets. */
  MrtBytes update(int subtype, String withdrawn, String attributes, String announced) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean wide = subtype == 4 || subtype == 9;
    number(body, 64_496, wide ? 4 : 2);
    number(body, 64_511, wide ? 4 : 2);
    number(body, 0, 2);
    number(body, 1, 2);
    body.writeBytes(hex("c0000201 c00002fe"));
    byte[] gone = hex(withdrawn);
    byte[] carried = hex(attributes);
    byte[] told = hex(announced);
    body.writeBytes(hex("ff".repeat(16)));
    number(body, 16 + 2 + 1 + 2 + gone.length + 2 + carried.length + told.length, 2);
    body.write(UPDATE);
    number(body, gone.length, 2);
    body.writeBytes(gone);
    number(body, carried.length, 2);
    body.writeBytes(carried);
    body.writeBytes(told);
    return record(MrtHead.BGP4MP, subtype, body.toByteArray());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
