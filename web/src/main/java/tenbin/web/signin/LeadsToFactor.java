package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads people whose second factor is missing to where they make one, and nowhere else. */
final class LeadsToFactor extends OncePerRequestFilter {
  private final TwoFactors demand;
  private final RequestMatcher open;

  /**
   * Stands before the pages.
   *
   * @param open what stays open meanwhile
   */
  LeadsToFactor(TwoFactors demand, RequestMatcher open) {
    this.demand = demand;
    this.open = open;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    boolean led =
        known != null
            && known.getPrincipal() instanceof Visitor visitor
            && !open.matches(request)
            && demand.isMissing(visitor, request);
    if (!led) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("GET")) {
      response.sendRedirect("/account");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
