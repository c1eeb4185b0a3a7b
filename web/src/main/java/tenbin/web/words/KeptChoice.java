package tenbin.web.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * A reader's choice in a cookie. Over https its name begins with {@code __Host-}, so that no other
 * host of the same domain can lay one there (RFC 6265bis section 4.1.3.2); on plain http, where
 * browsers refuse such names, it has none.
 */
public final class KeptChoice {
  /** What browsers take over https alone, for this host alone and all of its paths. */
  public static final String HOST = "__Host-";

  private static final Duration KEPT = Duration.ofDays(365);

  private KeptChoice() {}

  /** A cookie's name as this request's browser has it. */
  public static String name(HttpServletRequest request, String plain) {
    return request.isSecure() ? HOST + plain : plain;
  }

  /** What was kept. */
  public static Optional<String> of(HttpServletRequest request, String plain) {
    return Optional.ofNullable(WebUtils.getCookie(request, name(request, plain)))
        .map(jakarta.servlet.http.Cookie::getValue);
  }

  /** Keeps it for a year. */
  public static void keep(
      HttpServletRequest request, HttpServletResponse response, String plain, String value) {
    // Max-Age goes before Expires (RFC 6265 section 5.3), which would need the system's own clock.
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        name(request, plain)
            + "="
            + value
            + "; Path=/; Max-Age="
            + KEPT.toSeconds()
            + (request.isSecure() ? "; Secure" : "")
            + "; SameSite=Lax");
  }
}
