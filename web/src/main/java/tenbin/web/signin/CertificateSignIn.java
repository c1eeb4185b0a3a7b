package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import tenbin.nouns.report.Digest;

/**
 * Lets a program in by the certificate whose key it proved to hold when the line was opened. Only
 * the server's own line says so: no header does. One that is over, unknown, revoked or waiting for
 * its secret gets the same answer as nobody.
 */
final class CertificateSignIn extends OncePerRequestFilter {
  /** Jakarta Servlet 6.1 section 3.9. */
  private static final String SHOWN = "jakarta.servlet.request.X509Certificate";

  private final Tokens tokens;
  private final Standing standing;
  private final Clock clock;

  CertificateSignIn(Tokens tokens, Standing standing, Clock clock) {
    this.tokens = tokens;
    this.standing = standing;
    this.clock = clock;
  }

  /** Whether the line was opened with a certificate, whoever's. */
  static boolean shows(HttpServletRequest request) {
    return request.getAttribute(SHOWN) instanceof X509Certificate[];
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(SHOWN) instanceof X509Certificate[] shown && shown.length > 0) {
      digest(shown[0])
          .flatMap(each -> token(each, request))
          .filter(token -> standing.of(token.member()) != Role.NONE)
          .ifPresent(TokenSignIn::enter);
    }
    chain.doFilter(request, response);
  }

  private Optional<Token> token(Digest certificate, HttpServletRequest request) {
    return TokenSignIn.secret(request)
        .flatMap(secret -> tokens.bind(secret, certificate))
        .or(() -> tokens.find(certificate));
  }

  private Optional<Digest> digest(X509Certificate shown) {
    try {
      shown.checkValidity(Date.from(clock.instant()));
      return Optional.of(Digest.of(shown.getEncoded()));
    } catch (CertificateExpiredException
        | CertificateNotYetValidException
        | CertificateEncodingException over) {
      return Optional.empty();
    }
  }
}
