package tenbin.web.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside an address (RFC 3986 section 2.1). */
final class Escaped {
  private Escaped() {}

  static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
