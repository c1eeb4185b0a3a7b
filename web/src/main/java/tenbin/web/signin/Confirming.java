package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import tenbin.web.audit.Audit;

/** Asks somebody who is signed in for the password again, before what matters. Any thread. */
public final class Confirming {
  private final People people;
  private final Lockout lockout;
  private final Audit audit;

  public Confirming(People people, Lockout lockout, Audit audit) {
    this.people = people;
    this.lockout = lockout;
    this.audit = audit;
  }

  /** Whether this is the person's password; guesses count as failed sign-ins do. */
  public boolean isReally(Person person, String password, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    boolean right =
        lockout.allows(person.login(), address)
            && people.signIn(person.login(), password).isPresent();
    if (!right) {
      lockout.failed(person.login(), address);
      audit.refused("confirm", "credentials");
    }
    return right;
  }
}
