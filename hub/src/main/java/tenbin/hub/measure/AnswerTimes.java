package tenbin.hub.measure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long answers took, by method, pattern of the address and class of the status. A pattern names
 * no thing and nobody: "/cases/{id}". Streams are not timed, they end when somebody leaves.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class AnswerTimes extends OncePerRequestFilter {
  /** Seconds; the page's promise is the fourth, a stream of rows the last. */
  private static final double[] BOUNDS = {0.01, 0.025, 0.05, 0.15, 0.5, 1, 2.5, 10};

  private static final String STREAM = "/stream";
  private static final double NANOS = 1e9;

  private final Map<Key, Times> byKey = new ConcurrentHashMap<>();

  private record Key(String method, String pattern, String status) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return (pattern + method + status).compareTo(other.pattern + other.method + other.status);
    }
  }

  private static final class Times {
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Times() {
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    void add(long took) {
      int at = 0;
      while (at < BOUNDS.length && took > BOUNDS[at] * NANOS) {
        at++;
      }
      buckets[at].increment();
      nanos.add(took);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      String path = pattern == null ? "other" : pattern.toString();
      if (!path.endsWith(STREAM)) {
        Key key = new Key(method(request), path, response.getStatus() / 100 + "xx");
        byKey.computeIfAbsent(key, none -> new Times()).add(System.nanoTime() - began);
      }
    }
  }

  /** Methods that no address of ours knows are one, or anybody could make up families of lines. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "DELETE" -> request.getMethod();
      default -> "other";
    };
  }

  void write(MetricText out) {
    MetricText.Family family =
        out.family(
            "tenbin_answer_seconds",
            MetricText.Kind.HISTOGRAM,
            "How long answers took, by pattern of the address.");
    new TreeMap<>(byKey).forEach((key, times) -> write(family, key, times));
  }

  private static void write(MetricText.Family family, Key key, Times times) {
    long sum = 0;
    for (int i = 0; i < times.buckets.length; i++) {
      sum += times.buckets[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      family.line("_bucket", labels(key, bound), sum);
    }
    family.line("_sum", labels(key), times.nanos.sum() / NANOS);
    family.line("_count", labels(key), sum);
  }

  private static Map<String, String> labels(Key key, String... bound) {
    Map<String, String> labels =
        MetricText.labels("method", key.method, "path", key.pattern, "status", key.status);
    if (bound.length > 0) {
      labels.put("le", bound[0]);
    }
    return labels;
  }
}
