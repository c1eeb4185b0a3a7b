package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, and the code that came with the password. */
final class SignInDetails extends WebAuthenticationDetails {
  @Serial private static final long serialVersionUID = 1L;

  private static final int MOST_CODE = 40;

  private final transient String code;

  SignInDetails(HttpServletRequest request) {
    super(request);
    String typed = Objects.requireNonNullElse(request.getParameter("code"), "").strip();
    this.code = typed.substring(0, Math.min(typed.length(), MOST_CODE));
  }

  /** The code, empty when none was typed. */
  String code() {
    return code;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignInDetails that && super.equals(that) && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), code);
  }
}
