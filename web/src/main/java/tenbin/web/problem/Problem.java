package tenbin.web.problem;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that cannot be met, as the API tells it (RFC 9457). */
public final class Problem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * A problem.
   *
   * @param status the HTTP status
   * @param type a stable word, "wrong-offset"
   * @param detail for the one who reads the answer; nothing of the inside
   */
  public Problem(int status, String type, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.type = type;
  }

  /** There is nothing of that name that is the visitor's. */
  public static Problem absent() {
    return new Problem(404, "not-found", "Nothing of that name is yours.");
  }

  public static Problem wrong(String detail) {
    return new Problem(400, "bad-request", detail);
  }

  /** The same problem with a header beside it. */
  public Problem with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
