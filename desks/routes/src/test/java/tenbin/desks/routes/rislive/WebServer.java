package tenbin.desks.routes.rislive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** A WebSocket server (RFC 6455) of which a test decides every octet; one connection at a time. */
final class WebServer implements AutoCloseable {
  /** What is done with one connection. */
  interface Behaviour {
    void talk(Link link) throws Exception;
  }

  /** One connection. */
  static final class Link {
    private final DataInputStream in;
    private final OutputStream out;

    Link(InputStream in, OutputStream out) {
      this.in = new DataInputStream(in);
      this.out = out;
    }

    /** Answers the handshake as it should. */
    void welcome() throws Exception {
      String key = "";
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
          key = line.substring(18).strip();
        }
      }
      raw(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(key)
              + "\r\n\r\n");
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int octet = in.readUnsignedByte(); octet != '\n'; octet = in.readUnsignedByte()) {
        line.append((char) octet);
      }
      return line.toString().strip();
    }

    private static String accept(String key) throws NoSuchAlgorithmException {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    }

    void raw(String octets) throws IOException {
      out.write(octets.getBytes(ISO_8859_1));
      out.flush();
    }

    void text(String text) throws IOException {
      frame(0x81, text.getBytes(UTF_8));
    }

    /** A frame with its first octet: 0x81 a whole text, 0x01 its first part, 0x80 its last. */
    void frame(int first, byte[] payload) throws IOException {
      out.write(first);
      if (payload.length < 126) {
        out.write(payload.length);
      } else if (payload.length < 1 << 16) {
        out.write(126);
        out.write(payload.length >>> 8);
        out.write(payload.length);
      } else {
        out.write(127);
        for (int shift = 56; shift >= 0; shift -= 8) {
          out.write((int) ((long) payload.length >>> shift));
        }
      }
      out.write(payload);
      out.flush();
    }

    /** The text of the client's next frame; of pings and pongs what is in them. */
    String next() throws IOException {
      in.readUnsignedByte();
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return new String(payload, UTF_8);
    }
  }

  private final ServerSocket listener;

  WebServer(Behaviour... behaviours) throws IOException {
    listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(behaviours));
  }

  private void serve(Behaviour[] behaviours) {
    for (Behaviour each : behaviours) {
      try (Socket socket = listener.accept()) {
        each.talk(new Link(socket.getInputStream(), socket.getOutputStream()));
      } catch (Exception gone) {
        // The client hung up: that is what some tests are about.
      }
    }
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/v1/ws/?client=test");
  }

  /** Takes no connection any more. */
  void stop() throws IOException {
    listener.close();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
