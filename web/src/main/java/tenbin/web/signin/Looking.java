package tenbin.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.web.audit.Audit;

/** Enters as any member without a password: in a demo, and nowhere else. */
public final class Looking {
  private final Doors.Demo demo;
  private final Audit audit;

  public Looking(Doors.Demo demo, Audit audit) {
    this.demo = demo;
    this.audit = audit;
  }

  /** From now on this browser looks as the member. */
  public void as(
      MemberId member, String name, HttpServletRequest request, HttpServletResponse response) {
    if (!demo.on()) {
      throw new IllegalStateException("not a demo");
    }
    Visitor visitor =
        new Visitor("demo:" + member, name, member.text(), Set.of(Scope.values()), Office.all());
    SignedIn.enter(visitor, request, response);
    audit.did(visitor, "look-as", member.text());
  }
}
