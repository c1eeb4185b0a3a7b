package tenbin.web.exit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Dates every answer by the hub's own clock (RFC 9110 section 6.6.1): one time in header, body and
 * ledger, and none that a hub with a clock of its own could not be asked for again.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class AnswerDate extends OncePerRequestFilter {
  /** RFC 9110 section 5.6.7: two digits of a day, which RFC_1123_DATE_TIME does not always give. */
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  public AnswerDate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.DATE, FIXED.format(clock.instant()));
    chain.doFilter(request, response);
  }
}
