package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser with its cookies, or a program with its token, on a bare socket: what comes back is not
 * parsed by anybody before it is compared. One request a connection.
 */
final class Caller {
  private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\r]*)");
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;
  private final Map<String, String> cookies = new TreeMap<>();
  private final List<String> fields = new ArrayList<>();

  Caller(int port) {
    this.port = port;
  }

  /** Sends this header field from now on. */
  Caller with(String field) {
    fields.add(field);
    return this;
  }

  Answer get(String path) throws IOException {
    return call("GET", path, "", new byte[0]);
  }

  Answer form(String path, String body) throws IOException {
    return call("POST", path, "application/x-www-form-urlencoded", body.getBytes(UTF_8));
  }

  /** Opens the request and leaves the answer to be read. */
  Socket open(String method, String path, String type, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.append("Host: hub.pair.example\r\nConnection: close\r\n");
    fields.forEach(field -> head.append(field).append("\r\n"));
    if (!cookies.isEmpty()) {
      List<String> all = new ArrayList<>();
      cookies.forEach((name, value) -> all.add(name + "=" + value));
      head.append("Cookie: ").append(String.join("; ", all)).append("\r\n");
    }
    if (!type.isEmpty()) {
      head.append("Content-Type: ").append(type).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
    request.writeBytes(body);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(request.toByteArray());
    return socket;
  }

  Answer call(String method, String path, String type, byte[] body) throws IOException {
    try (Socket socket = open(method, path, type, body)) {
      Answer answer = Answer.of(socket.getInputStream().readAllBytes());
      Matcher set = COOKIE.matcher(answer.header());
      while (set.find()) {
        cookies.put(set.group(1), set.group(2));
      }
      return answer;
    }
  }
}
