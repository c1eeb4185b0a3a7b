package tenbin.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import tenbin.web.audit.Audit;

/** Writes into the audit what was refused to somebody, then answers as ever. */
public final class NotesRefusals implements AccessDeniedHandler {
  private final Audit audit;
  private final AccessDeniedHandler answers;

  NotesRefusals(Audit audit, AccessDeniedHandler answers) {
    this.audit = audit;
    this.answers = answers;
  }

  /** Who asks, if it is somebody whom we know. */
  public static Optional<Audit.Actor> actor() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Visitor visitor
        ? Optional.of(visitor)
        : Optional.empty();
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException, ServletException {
    audit.asked(request, actor(), "refused", HttpServletResponse.SC_FORBIDDEN);
    answers.handle(request, response, why);
  }
}
