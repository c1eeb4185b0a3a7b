package tenbin.web.exit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tenbin.spine.ledger.Receipt;

/**
 * Holds a page back until its rows stand in the ledger. When they cannot be written there, the page
 * does not go.
 */
public final class LedgerDoor extends OncePerRequestFilter {
  /** The header with the receipt of what the body carries. */
  public static final String RECEIPT = "Tenbin-Receipt";

  private static final List<String> PAGES_WITH_ROWS =
      List.of(
          "/today",
          "/joining",
          "/network",
          "/cases",
          "/circle",
          "/groups",
          "/skills",
          "/incidents",
          "/portal/in",
          "/portal/approve",
          "/tasks",
          "/secretariat",
          "/dead-letters",
          "/contacts",
          "/grounds",
          "/balance",
          "/statistics",
          "/recalls",
          "/routes");

  private final WayOut wayOut;

  public LedgerDoor(WayOut wayOut) {
    this.wayOut = wayOut;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return PAGES_WITH_ROWS.stream().noneMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    WayOut.held(request);
    chain.doFilter(request, held);
    if (held.getContentSize() > 0) {
      for (WayOut.Noted noted : WayOut.noted(request)) {
        byte[] body = held.getContentAsByteArray();
        Receipt receipt = wayOut.record(noted, request.getRequestURI(), body);
        held.addHeader(RECEIPT, receipt.id().toString());
      }
    }
    held.copyBodyToResponse();
  }
}
