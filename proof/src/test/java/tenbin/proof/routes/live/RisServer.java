package tenbin.proof.routes.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A WebSocket server (RFC 6455) that speaks RIS Live's messages on loopback, to one client at a
 * time, and hangs up when it is told to.
 */
final class RisServer implements AutoCloseable {
  private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket listener;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Socket client = new Socket();
  private final AtomicInteger connections = new AtomicInteger();

  RisServer() throws IOException {
    listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
  }

  String uri() {
    return "ws://127.0.0.1:" + listener.getLocalPort() + "/v1/ws/?client=story";
  }

  /** How many subscribed so far. */
  int connections() {
    return connections.get();
  }

  /** What clients asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        welcome(socket, in);
        asked.add(text(in));
        client = socket;
        connections.incrementAndGet();
        while (!socket.isClosed()) {
          asked.add(text(in));
        }
      } catch (IOException gone) {
        // It was hung up, by either side.
        Thread.onSpinWait();
      }
    }
  }

  private static void welcome(Socket socket, DataInputStream in) throws IOException {
    String key = "";
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = line.substring("sec-websocket-key:".length()).strip();
      }
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + "\r\n\r\n";
    socket.getOutputStream().write(answer.getBytes(UTF_8));
  }

  private static String accept(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha.digest((key + SALT).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.readUnsignedByte(); octet != '\n'; octet = in.readUnsignedByte()) {
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  /** The text of a client's frame, which is masked. */
  private static String text(DataInputStream in) throws IOException {
    in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7f;
    length = length == 126 ? in.readUnsignedShort() : length;
    byte[] mask = in.readNBytes(4);
    byte[] text = in.readNBytes(length);
    for (int i = 0; i < text.length; i++) {
      text[i] ^= mask[i % 4];
    }
    return new String(text, UTF_8);
  }

  /** A router of a collector: AS 3000 + N. */
  record Peer(String host, int number) {
    String json() {
      return "\"host\":\"%s\",\"peer\":\"192.65.185.%d\",\"peer_asn\":\"%d\""
          .formatted(host, number, 3_000 + number);
    }
  }

  /** Says that a router announces a prefix over its own AS and these. */
  void announces(Peer by, String prefix, int... behind) {
    String path =
        java.util.Arrays.stream(behind)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    tell(
        """
        {"type":"ris_message","data":{"timestamp":%s,%s,"id":"x","type":"UPDATE",\
        "path":[%d,%s],"community":[],"origin":"IGP",\
        "announcements":[{"next_hop":"192.65.185.1","prefixes":["%s"]}],"withdrawals":[]}}\
        """
            .formatted(now(), by.json(), 3_000 + by.number(), path, prefix));
  }

  private static String now() {
    Instant now = Instant.now();
    return now.getEpochSecond() + ".%02d".formatted(now.getNano() / 10_000_000);
  }

  /** Says anything. */
  void tell(String text) {
    byte[] octets = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(4 + octets.length).put((byte) 0x81);
    if (octets.length < 126) {
      frame.put((byte) octets.length);
    } else {
      frame.put((byte) 126).putShort((short) octets.length);
    }
    frame.put(octets);
    try {
      client.getOutputStream().write(frame.array(), 0, frame.position());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Hangs up. */
  void cut() throws IOException {
    client.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    client.close();
  }
}
