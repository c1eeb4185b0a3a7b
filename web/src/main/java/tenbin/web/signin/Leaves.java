package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import tenbin.web.audit.Audit;

/**
 * Notes that somebody signed out and sends its browser on: to where it came from, else to a page of
 * ours.
 */
final class Leaves implements LogoutHandler, LogoutSuccessHandler {
  private static final String TO = Leaves.class.getName();

  private final Elsewhere elsewhere;
  private final Audit audit;
  private final String home;

  Leaves(Elsewhere elsewhere, Audit audit, String home) {
    this.elsewhere = elsewhere;
    this.audit = audit;
    this.home = home;
  }

  /** While the session is still there. */
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Visitor visitor) {
      audit.did(visitor, "sign-out", "");
    }
    elsewhere.afterSignOut(request).ifPresent(to -> request.setAttribute(TO, to));
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.sendRedirect(request.getAttribute(TO) instanceof URI to ? to.toString() : home);
  }
}
