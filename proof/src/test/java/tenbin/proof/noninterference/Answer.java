package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that came back from one request, byte for byte: status line, header, body.
 *
 * @param bytes as they came out of the socket, each a sign of Latin 1
 */
record Answer(String bytes) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final String CHUNKED = "transfer-encoding: chunked";

  static Answer of(byte[] bytes) {
    return new Answer(new String(bytes, ISO_8859_1));
  }

  private int bodyAt() {
    int end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? bytes.length() : end + 4;
  }

  String header() {
    return bytes.substring(0, bodyAt());
  }

  /** The value of a field. */
  Optional<String> field(String name) {
    Matcher found = Pattern.compile("(?im)^" + name + ": *(.*?)\r$").matcher(header());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  int status() {
    Matcher found = STATUS.matcher(bytes);
    return found.lookingAt() ? Integer.parseInt(found.group(1)) : -1;
  }

  /** What a reader sees of the body; the marks between chunks are left out. */
  String body() {
    String body = new String(bytes.substring(bodyAt()).getBytes(ISO_8859_1), UTF_8);
    return header().toLowerCase(Locale.ROOT).contains(CHUNKED)
        ? body.replaceAll("(?m)(^|\r\n)[0-9a-f]{1,8}\r\n", "")
        : body;
  }
}
