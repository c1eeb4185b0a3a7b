package tenbin.web.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.web.audit.Audit;

/**
 * Who makes a request: a person or a machine, always for one member.
 *
 * @param actor for the audit: "person:login", "token:id", "demo:member"
 * @param name for the page
 * @param memberText the member's id
 * @param scopes what a token allows; all of them for a person
 * @param offices what a person does for its member; none for a token
 */
public record Visitor(
    String actor, String name, String memberText, Set<Scope> scopes, Set<Office> offices)
    implements Audit.Actor, Principal, Serializable {
  private static final String PERSON = "person:";
  private static final String MACHINE = "token:";

  public Visitor {
    scopes = Set.copyOf(scopes);
    offices = Set.copyOf(offices);
  }

  static Visitor of(Person person) {
    return new Visitor(
        PERSON + person.login(),
        person.login(),
        person.member().text(),
        Set.of(Scope.values()),
        person.offices());
  }

  static Visitor of(Token token) {
    return new Visitor(
        MACHINE + token.id(), token.title(), token.member().text(), token.scopes(), Set.of());
  }

  /** Whether it is a program with a token. */
  public boolean isMachine() {
    return actor.startsWith(MACHINE);
  }

  /** The id of a program's token; none for people. */
  public Optional<UUID> token() {
    return isMachine()
        ? Optional.of(UUID.fromString(actor.substring(MACHINE.length())))
        : Optional.empty();
  }

  /** The login of a person; none for programs and for those who look at a demo. */
  public Optional<String> login() {
    return actor.startsWith(PERSON)
        ? Optional.of(actor.substring(PERSON.length()))
        : Optional.empty();
  }

  public MemberId member() {
    return new MemberId(memberText);
  }

  @Override
  public String getName() {
    return actor;
  }
}
