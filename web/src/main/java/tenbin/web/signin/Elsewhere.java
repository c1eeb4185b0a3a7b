package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where beyond this hub its pages may send a browser. Any thread. */
public interface Elsewhere {
  /** Origins that a form may lead to (Content Security Policy level 3, form-action). */
  List<String> origins();

  /** Where a browser goes when it signs out, when it came from elsewhere. */
  Optional<URI> afterSignOut(HttpServletRequest request);
}
