package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Sends a browser on that signed out: to where it came from, else to a page of ours. */
final class Leaves implements LogoutHandler, LogoutSuccessHandler {
  private static final String TO = Leaves.class.getName();

  private final Elsewhere elsewhere;
  private final String home;

  Leaves(Elsewhere elsewhere, String home) {
    this.elsewhere = elsewhere;
    this.home = home;
  }

  /** While the session is still there. */
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
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
