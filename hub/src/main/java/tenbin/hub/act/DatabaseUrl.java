package tenbin.hub.act;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a PostgreSQL, with the password put in where no list of processes shows it. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  /** Whether it says a password itself: "postgresql://user:password@host/name". */
  static boolean tellsPassword(String url) {
    return url.matches("(?s)[a-z]+://[^/@]*:[^/@]*@.*") || url.matches("(?s).*[?&]password=.*");
  }

  /** The same with a password; one that it says itself goes. */
  static String withPassword(String url, String password) {
    String secret = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    if (url.startsWith("jdbc:")) {
      String bare = url.replaceAll("([?&])password=[^&]*&?", "$1").replaceAll("[?&]$", "");
      return bare + (bare.indexOf('?') < 0 ? "?" : "&") + "password=" + secret;
    }
    int slashes = url.indexOf("://") + 3;
    int at = url.indexOf('@', slashes);
    if (at < 0) {
      throw new IllegalArgumentException("a password needs a user: postgresql://user@host/name");
    }
    String user = url.substring(slashes, at).split(":", 2)[0];
    return url.substring(0, slashes) + user + ":" + secret + url.substring(at);
  }
}
