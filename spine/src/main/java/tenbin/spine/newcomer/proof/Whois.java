package tenbin.spine.newcomer.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tenbin.spine.newcomer.RegistryText;
import tenbin.wire.rpsl.RpslObject;

/**
 * A registry's whois server (RFC 3912) that the hub's operator named: a line goes there, objects
 * come back until it closes. Asked as RIPE's server and IRRd both understand. Any thread.
 */
public final class Whois {
  private static final int PORT = 43;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Objects of one network and their contacts; a whole registry is no answer. */
  private static final int MOST_BYTES = 1 << 20;

  private final InetSocketAddress server;
  private final List<String> sources;

  /**
   * @param sources databases whose objects count, as {@code source:} names them; all where none is
   *     named
   */
  public Whois(InetSocketAddress server, List<String> sources) {
    this.server = server;
    this.sources = sources.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
  }

  /**
   * Reads "192.0.2.43", "127.0.0.1:4343" or "[::1]:43".
   *
   * @throws IllegalArgumentException when it names no address: names are not asked for
   */
  public static Whois parse(String text, List<String> sources) {
    return new Whois(ServerAddress.parse(text, PORT), sources);
  }

  /** As the record of a proof names it. */
  @Override
  public String toString() {
    return server.getAddress().getHostAddress() + " port " + server.getPort();
  }

  /**
   * Asks one question.
   *
   * @param query as the registry's users write it, in one line
   * @return objects of the databases that count; none where the registry has none
   * @throws IOException when nobody answered, or not what was asked
   */
  List<RpslObject> ask(String query) throws IOException {
    String text = exchange(query);
    for (String line : text.lines().toList()) {
      if (isRefusal(line)) {
        throw new IOException(line.strip());
      }
    }
    return RegistryText.objects(text).stream().filter(this::counts).toList();
  }

  private boolean counts(RpslObject object) {
    return sources.isEmpty()
        || object
            .first("source")
            .map(each -> each.toUpperCase(Locale.ROOT))
            .filter(sources::contains)
            .isPresent();
  }

  /**
   * What a server says instead of an answer: RIPE's with a number, where 101 is "nothing found";
   * IRRd's behind two signs.
   */
  private static boolean isRefusal(String line) {
    return line.startsWith("%ERROR:") && !line.startsWith("%ERROR:101")
        || line.startsWith("%% ") && line.toUpperCase(Locale.ROOT).contains("ERROR");
  }

  private String exchange(String query) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Socket socket = new Socket()) {
      socket.connect(server, (int) PATIENCE.toMillis());
      socket.getOutputStream().write((query + "\r\n").getBytes(US_ASCII));
      socket.getOutputStream().flush();
      return text(read(socket, end));
    }
  }

  private static byte[] read(Socket socket, long end) throws IOException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8_192];
    while (true) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("no end of the answer");
      }
      // A server that sends a byte now and then does not hold anybody longer.
      socket.setSoTimeout((int) left);
      int length = in.read(buffer);
      if (length < 0) {
        return told.toByteArray();
      }
      told.write(buffer, 0, length);
      if (told.size() > MOST_BYTES) {
        throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
      }
    }
  }

  /** RFC 3912 section 4 leaves open which characters; registries send UTF-8 or Latin-1. */
  private static String text(byte[] told) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(told)).toString();
    } catch (CharacterCodingException older) {
      return new String(told, ISO_8859_1);
    }
  }
}
