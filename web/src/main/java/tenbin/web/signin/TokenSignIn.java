package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a bearer token in (RFC 6750 section 2.1: the header only, never the address). */
final class TokenSignIn extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final Standing standing;

  TokenSignIn(Tokens tokens, Standing standing) {
    this.tokens = tokens;
    this.standing = standing;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> secret = secret(request);
    if (!CertificateSignIn.shows(request)) {
      secret
          .flatMap(tokens::find)
          .filter(token -> standing.of(token.member()) != Role.NONE)
          .ifPresent(TokenSignIn::enter);
    }
    chain.doFilter(request, response);
  }

  static Optional<String> secret(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(each -> each.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(each -> each.substring(SCHEME.length()).strip());
  }

  static void enter(Token token) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(PasswordSignIn.signedIn(Visitor.of(token)));
    SecurityContextHolder.setContext(context);
  }
}
