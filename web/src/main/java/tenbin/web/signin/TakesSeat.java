package tenbin.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import tenbin.nouns.member.Factors;

/** Notes the browser in which somebody signed in, and goes to the page that was wanted. */
final class TakesSeat extends SavedRequestAwareAuthenticationSuccessHandler {
  private final Seats seats;

  TakesSeat(Seats seats) {
    this.seats = seats;
    setDefaultTargetUrl("/today");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication known)
      throws ServletException, IOException {
    if (known.getPrincipal() instanceof Visitor visitor) {
      visitor.login().ifPresent(login -> seats.take(login, Factors.ONE, request));
    }
    super.onAuthenticationSuccess(request, response, known);
  }
}
