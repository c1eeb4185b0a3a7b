package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whoever comes from another machine without TLS, where a hub is to be reached by it alone.
 * Programs of the same machine, such as what measures the hub, come as they like.
 */
public final class OverTls extends OncePerRequestFilter {
  private static final String WORDS =
      "This hub is reached by https alone. Its proxy has to say so: X-Forwarded-Proto.\n";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // A literal address: nothing is looked up.
    if (request.isSecure() || InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(WORDS.getBytes(StandardCharsets.UTF_8));
  }
}
