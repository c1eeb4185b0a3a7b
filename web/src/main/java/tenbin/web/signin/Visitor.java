package tenbin.web.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.web.audit.Audit;

/**
 * Who makes a request: a person or a machine, always for one member.
 *
 * @param actor for the audit: "person:login", "token:id", "demo:member"
 * @param name for the page
 * @param memberText the member's id
 * @param scopes what a token allows; all of them for a person
 */
public record Visitor(String actor, String name, String memberText, Set<Scope> scopes)
    implements Audit.Actor, Principal, Serializable {
  public Visitor {
    scopes = Set.copyOf(scopes);
  }

  static Visitor of(Person person) {
    return new Visitor(
        "person:" + person.login(), person.login(), person.member().text(), Set.of(Scope.values()));
  }

  static Visitor of(Token token) {
    return new Visitor("token:" + token.id(), token.title(), token.member().text(), token.scopes());
  }

  /** Whether a token allows this; a signed-in person may do all that its role may. */
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  public MemberId member() {
    return new MemberId(memberText);
  }

  @Override
  public String getName() {
    return actor;
  }
}
