package tenbin.web.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import tenbin.web.audit.Audit;

/**
 * Checks login, password and code in one step: who guesses never learns which of them was wrong.
 * Every refusal is the same refusal.
 */
final class PasswordSignIn implements AuthenticationProvider {
  private static final int MOST_LOGIN = 200;

  private final People people;
  private final Standing standing;
  private final CodeCheck codes;
  private final Lockout lockout;
  private final Audit audit;

  PasswordSignIn(People people, Standing standing, CodeCheck codes, Lockout lockout, Audit audit) {
    this.people = people;
    this.standing = standing;
    this.codes = codes;
    this.lockout = lockout;
    this.audit = audit;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String typed = People.canonical(asked.getName());
    String login = typed.substring(0, Math.min(typed.length(), MOST_LOGIN));
    String password = String.valueOf(asked.getCredentials());
    Optional<SignInDetails> details =
        asked.getDetails() instanceof SignInDetails told ? Optional.of(told) : Optional.empty();
    String address = details.map(SignInDetails::getRemoteAddress).orElse("");
    String code = details.map(SignInDetails::code).orElse("");
    if (!lockout.allows(login, address)) {
      audit.refused("sign-in", "locked");
      throw new BadCredentialsException("refused");
    }
    Person person =
        people
            .signIn(login, password)
            .filter(each -> standing.of(each.member()) != Role.NONE)
            .filter(each -> codes.passes(each, code))
            .orElseThrow(() -> {
              lockout.failed(login, address);
              audit.refused("sign-in", "credentials");
              return new BadCredentialsException("refused");
            });
    lockout.succeeded(login, address);
    Visitor visitor = Visitor.of(person);
    audit.did(visitor, "sign-in", "");
    return signedIn(visitor);
  }

  /** A visitor as Spring Security carries it. */
  static UsernamePasswordAuthenticationToken signedIn(Visitor visitor) {
    List<SimpleGrantedAuthority> authorities =
        visitor.scopes().stream()
            .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.word()))
            .toList();
    return new UsernamePasswordAuthenticationToken(visitor, "", authorities);
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
