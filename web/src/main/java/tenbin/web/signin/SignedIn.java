package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import tenbin.nouns.member.Factors;
import tenbin.web.audit.Audit;

/** Signs a browser in for a person who has proved who it is in another way than by password. */
public final class SignedIn {
  private final Standing standing;
  private final Seats seats;
  private final Audit audit;

  public SignedIn(Standing standing, Seats seats, Audit audit) {
    this.standing = standing;
    this.seats = seats;
    this.audit = audit;
  }

  /**
   * From now on this browser is the person's; false when its member is not of the circle now.
   *
   * @param way how it proved it, for the audit
   * @param factors by how much
   */
  public boolean as(
      Person person,
      String way,
      Factors factors,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visitor visitor = Visitor.of(person);
    if (standing.of(person.member()) == Role.NONE) {
      audit.refused("sign-in", "standing");
      return false;
    }
    enter(visitor, request, response);
    seats.take(person.login(), factors, request);
    audit.did(visitor, "sign-in", way);
    return true;
  }

  /** Puts a visitor into a session of a fresh name, so that nobody laid it out beforehand. */
  static void enter(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true);
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(PasswordSignIn.signedIn(visitor));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }
}
