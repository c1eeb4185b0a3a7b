package tenbin.desks.routes.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A router of a test: says octets, from an address of its own. */
public final class Client implements AutoCloseable {
  private final Socket socket;
  private long said;

  public Client(String from, int port) throws IOException {
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
  }

  /** Octets as digits, spaces between them or not. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** A BGP message: its header and body. */
  public static byte[] bgp(int type, String body) {
    byte[] octets = hex(body);
    String head = "ff".repeat(16) + String.format("%04x%02x", 19 + octets.length, type);
    return hex(head + HexFormat.of().formatHex(octets));
  }

  /** An UPDATE that announces an IPv4 /24 of 20.0.0.0/8 by AS 64496. */
  public static byte[] route(int number) {
    String prefix = String.format("18 14%04x", number & 0xffff);
    return bgp(2, "0000 0014 40010100 400206 0201 0000fbf0 400304 c0000201" + prefix);
  }

  public void say(byte[]... messages) throws IOException {
    for (byte[] each : messages) {
      socket.getOutputStream().write(each);
      said++;
    }
  }

  /** How many messages, or parts of them, it said. */
  public long said() {
    return said;
  }

  /** The type of the next BGP message; -1 at the end. */
  public int hear() throws IOException {
    byte[] head = socket.getInputStream().readNBytes(19);
    if (head.length < 19) {
      return -1;
    }
    int length = (head[16] & 0xff) << 8 | head[17] & 0xff;
    socket.getInputStream().readNBytes(length - 19);
    return head[18];
  }

  /** Whether the other end closes within three seconds, however it does that. */
  public boolean isOver() {
    try {
      socket.setSoTimeout(3_000);
      while (hear() >= 0) {
        // What it said before.
      }
      return true;
    } catch (java.net.SocketTimeoutException alive) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** The same octets with some of them changed. */
  public static byte[] damaged(byte[] octets, SplittableRandom random) {
    byte[] other = octets.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  public static byte[] noise(int most, SplittableRandom random) {
    byte[] octets = new byte[1 + random.nextInt(most)];
    random.nextBytes(octets);
    return octets;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
