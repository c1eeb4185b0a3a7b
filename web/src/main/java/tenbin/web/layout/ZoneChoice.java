package tenbin.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tenbin.web.words.KeptChoice;

/** The reader's time zone: a cookie that the browser or the reader set, else UTC. */
public final class ZoneChoice {
  /** The cookie of the choice. */
  public static final String COOKIE = "tenbin-zone";

  /** What the footer offers besides the reader's own. */
  public static final List<String> OFFERED =
      List.of(
          "UTC",
          "Asia/Tokyo",
          "Asia/Seoul",
          "Asia/Shanghai",
          "Asia/Singapore",
          "Asia/Kolkata",
          "Australia/Sydney",
          "Europe/London",
          "Europe/Berlin",
          "America/New_York",
          "America/Los_Angeles");

  private ZoneChoice() {}

  public static ZoneId of(HttpServletRequest request) {
    return told(request).orElse(ZoneOffset.UTC);
  }

  /** What the browser says. */
  static Optional<ZoneId> told(HttpServletRequest request) {
    return KeptChoice.of(request, COOKIE).flatMap(ZoneChoice::tryParse);
  }

  /** A zone by its name; a browser writes the slash as %2F into a cookie. */
  public static Optional<ZoneId> tryParse(String name) {
    String plain = name.replace("%2F", "/");
    if (!plain.matches("[A-Za-z0-9_+/-]{1,64}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(plain));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
