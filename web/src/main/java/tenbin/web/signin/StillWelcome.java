package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose person or whose member's membership has ended. */
final class StillWelcome extends OncePerRequestFilter {
  private static final String PERSON = "person:";

  private final People people;
  private final Standing standing;

  StillWelcome(People people, Standing standing) {
    this.people = people;
    this.standing = standing;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof Visitor visitor && !isWelcome(visitor)) {
      new SecurityContextLogoutHandler().logout(request, response, known);
    }
    chain.doFilter(request, response);
  }

  private boolean isWelcome(Visitor visitor) {
    boolean active =
        !visitor.actor().startsWith(PERSON)
            || people.isActive(visitor.actor().substring(PERSON.length()));
    return active && standing.of(visitor.member()) != Role.NONE;
  }
}
