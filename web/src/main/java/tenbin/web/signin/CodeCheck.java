package tenbin.web.signin;

import java.util.UUID;

/** What is asked of a person beside its password. Any thread. */
public interface CodeCheck {
  /** Whether the person is asked for a code. */
  boolean isAsked(UUID person);

  /** Whether the person may pass with this code; with any code when none is asked for. */
  boolean passes(Person person, String code);
}
