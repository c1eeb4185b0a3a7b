package tenbin.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tenbin.web.problem.Problem;
import tenbin.web.problem.ProblemWriter;

/**
 * Holds a member's programs to a pace: a bucket of {@link #BURST} requests that fills at {@link
 * #PER_SECOND}. At 10,000 rows a request that is far above what the hub's disk gives.
 */
final class Pace extends OncePerRequestFilter {
  static final int BURST = 120;
  static final int PER_SECOND = 20;

  private record Bucket(double tokens, long atMillis) {}

  private final Clock clock;
  private final ProblemWriter problems;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  Pace(Clock clock, ProblemWriter problems) {
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null
        && known.getPrincipal() instanceof Visitor visitor
        && !takes(visitor.memberText())) {
      problems.write(
          response,
          new Problem(429, "too-many-requests", "At most " + PER_SECOND + " requests a second.")
              .with("Retry-After", "1"));
      return;
    }
    chain.doFilter(request, response);
  }

  /** Takes one request out of a member's bucket, where there is one left. */
  boolean takes(String member) {
    long now = clock.millis();
    boolean[] taken = {false};
    buckets.compute(
        member,
        (key, old) -> {
          double tokens = old == null ? BURST : filled(old, now);
          taken[0] = tokens >= 1;
          return new Bucket(taken[0] ? tokens - 1 : tokens, now);
        });
    return taken[0];
  }

  /** A clock that goes back fills nothing, and takes nothing out either. */
  private static double filled(Bucket old, long now) {
    double seconds = Math.max(0, now - old.atMillis) / 1000.0;
    return Math.min(BURST, old.tokens + seconds * PER_SECOND);
  }
}
