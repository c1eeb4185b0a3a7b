package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person or whose member's membership has ended, and lets a person go on with
 * the offices that it has now.
 */
final class StillWelcome extends OncePerRequestFilter {
  private final People people;
  private final Standing standing;
  private final Seats seats;

  StillWelcome(People people, Standing standing, Seats seats) {
    this.people = people;
    this.standing = standing;
    this.seats = seats;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof Visitor visitor) {
      Optional<Visitor> now = seats.goesOn(request) ? asNow(visitor) : Optional.empty();
      if (now.isEmpty()) {
        new SecurityContextLogoutHandler().logout(request, response, known);
      } else if (!now.get().equals(visitor)) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordSignIn.signedIn(now.get()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }

  private Optional<Visitor> asNow(Visitor visitor) {
    Optional<Visitor> now =
        visitor.login().isPresent()
            ? visitor.login().flatMap(people::active).map(Visitor::of)
            : Optional.of(visitor);
    return now.filter(each -> standing.of(each.member()) != Role.NONE);
  }
}
