package tenbin.spine.deliver.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST by HTTP/1.1 (RFC 9112) over one connection to one checked address. The JDK's own client
 * resolves names by itself and cannot be told which address to call, so a name could change its
 * mind after the check; this connects where it is told and proves the name by TLS. It asks for one
 * answer and the connection's end, reads the status and the fields, and nothing of the body.
 */
final class Post {
  /** Status line and fields together; servers' own limits are 8 to 16 KiB. */
  private static final int MOST_HEAD = 16 * 1024;

  private final SSLSocketFactory tls;
  private final Duration mostTime;

  Post(SSLSocketFactory tls, Duration mostTime) {
    this.tls = tls;
    this.mostTime = mostTime;
  }

  /** The answer's status and when to come again, where it says so (RFC 9110 section 10.2.3). */
  record Answer(int status, OptionalLong retrySeconds) {}

  Answer send(Target target, InetSocketAddress address, Map<String, String> fields, byte[] body)
      throws IOException {
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      Thread deadline = Thread.ofVirtual().start(() -> closeLater(socket));
      try {
        socket.connect(address, (int) mostTime.toMillis());
        socket.setSoTimeout((int) mostTime.toMillis());
        return target.secure()
            ? secure(target, socket, fields, body)
            : exchange(target, socket, fields, body);
      } finally {
        deadline.interrupt();
      }
    }
  }

  /** A receiver that sends a byte a minute would never time out by itself. */
  private void closeLater(Socket socket) {
    try (socket) {
      Thread.sleep(mostTime);
    } catch (InterruptedException | IOException done) {
      // The exchange ended first, or the socket is closed already: either is what was wanted.
    }
  }

  private Answer secure(Target target, Socket plain, Map<String, String> fields, byte[] body)
      throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return exchange(target, socket, fields, body);
    }
  }

  private static Answer exchange(
      Target target, Socket socket, Map<String, String> fields, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(target.path()).append(" HTTP/1.1\r\n");
    field(head, "Host", target.authority());
    field(head, "Connection", "close");
    field(head, "Content-Length", Integer.toString(body.length));
    fields.forEach((name, value) -> field(head, name, value));
    head.append("\r\n");
    OutputStream out = socket.getOutputStream();
    out.write(head.toString().getBytes(US_ASCII));
    out.write(body);
    out.flush();
    return read(socket.getInputStream());
  }

  private static void field(StringBuilder head, String name, String value) {
    if (!value.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException("not a field's value: " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static Answer read(InputStream in) throws IOException {
    Head head = new Head(in);
    int status = status(head.line());
    while (status / 100 == 1) {
      head.skipFields();
      status = status(head.line());
    }
    return new Answer(status, head.retrySeconds());
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("no HTTP answer");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  /** The lines before an answer's body, as many bytes as are allowed. */
  private static final class Head {
    private final InputStream in;
    private int left = MOST_HEAD;

    Head(InputStream in) {
      this.in = in;
    }

    String line() throws IOException {
      java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
      int b = in.read();
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (--left < 0) {
          throw new IOException("the answer's head is longer than " + MOST_HEAD + " bytes");
        }
        line.write(b);
      }
      if (b < 0) {
        throw new IOException("the answer ended early");
      }
      return line.toString(ISO_8859_1).stripTrailing();
    }

    void skipFields() throws IOException {
      while (!line().isEmpty()) {
        left--;
      }
    }

    OptionalLong retrySeconds() throws IOException {
      OptionalLong seconds = OptionalLong.empty();
      for (String line = line(); !line.isEmpty(); line = line()) {
        String lower = line.toLowerCase(Locale.ROOT);
        String value = lower.substring(lower.indexOf(':') + 1).trim();
        if (lower.startsWith("retry-after:") && value.matches("[0-9]{1,6}")) {
          seconds = OptionalLong.of(Long.parseLong(value));
        }
      }
      return seconds;
    }
  }
}
