package tenbin.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as application/problem+json (RFC 9457). Any thread. */
public final class ProblemWriter {
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_PREFIX = "urn:tenbin:problem:";

  private final JsonMapper json = JsonMapper.builder().build();

  /** Answers with a problem. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    problem.headers().forEach(response::setHeader);
    response.setStatus(problem.status());
    response.setContentType(MEDIA_TYPE);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE_PREFIX + problem.type());
    body.put("title", problem.type().replace('-', ' '));
    body.put("status", problem.status());
    body.put("detail", problem.detail());
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }

  /** Nobody we know asks. */
  public void unknown(HttpServletRequest request, HttpServletResponse response, Exception why)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"tenbin\"");
    write(response, new Problem(401, "sign-in-needed", "Send a valid token as Bearer."));
  }

  /** Somebody we know asks for what is not for its role or scope. */
  public void forbidden(HttpServletRequest request, HttpServletResponse response, Exception why)
      throws IOException {
    write(response, new Problem(403, "forbidden", "Your role or token does not allow this."));
  }
}
