package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.nouns.member.Factors;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.passkey.Passkeys;
import tenbin.web.signin.Confirming;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Seats;
import tenbin.web.signin.SignedIn;
import tenbin.web.signin.Visitor;

/** What the browser's script asks in order to make a passkey and to sign in by one. */
@Controller
public class PasskeyPage {
  private static final String MAKING = PasskeyPage.class.getName() + ".making";
  private static final String ASKING = PasskeyPage.class.getName() + ".asking";

  private final Passkeys passkeys;
  private final People people;
  private final Confirming confirming;
  private final Seats seats;
  private final SignedIn signedIn;
  private final Audit audit;

  public PasskeyPage(
      Passkeys passkeys,
      People people,
      Confirming confirming,
      Seats seats,
      SignedIn signedIn,
      Audit audit) {
    this.passkeys = passkeys;
    this.people = people;
    this.confirming = confirming;
    this.seats = seats;
    this.signedIn = signedIn;
    this.audit = audit;
  }

  private Person own(Visitor visitor) {
    return visitor
        .login()
        .flatMap(people::active)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ResponseEntity<String> json(String text) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
  }

  /** What was laid into the session for one answer, which takes it away. */
  private static <T> Optional<T> taken(HttpServletRequest request, String name, Class<T> kind) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Optional<T> laid = Optional.ofNullable(session.getAttribute(name)).map(kind::cast);
    session.removeAttribute(name);
    return laid;
  }

  /** Asks for the password first: who finds a browser open makes no key for itself. */
  @PostMapping("/account/passkeys/begin")
  @May(Act.OWN_ACCOUNT)
  ResponseEntity<String> begin(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("current") String current,
      HttpServletRequest request) {
    Person person = own(visitor);
    if (!confirming.isReally(person, current, request)) {
      return ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
    PublicKeyCredentialCreationOptions options = passkeys.begin(person, request);
    request.getSession(true).setAttribute(MAKING, options);
    return json(passkeys.text(options));
  }

  @PostMapping("/account/passkeys")
  @May(Act.OWN_ACCOUNT)
  ResponseEntity<String> finish(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("label") String label,
      @RequestBody String made,
      HttpServletRequest request) {
    Person person = own(visitor);
    Optional<PublicKeyCredentialCreationOptions> options =
        taken(request, MAKING, PublicKeyCredentialCreationOptions.class);
    if (options.isEmpty() || label.isBlank()) {
      return ResponseEntity.badRequest().build();
    }
    if (!passkeys.finish(person, options.get(), made, label, request)) {
      audit.refused("make-passkey", "credential");
      return ResponseEntity.badRequest().build();
    }
    audit.did(visitor, "make-passkey", person.id().toString());
    return json("{\"to\":\"/account?done=passkey\"}");
  }

  @PostMapping("/account/passkeys/{id}/end")
  @May(Act.OWN_ACCOUNT)
  String end(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("current") String current,
      HttpServletRequest request) {
    Person person = own(visitor);
    if (!confirming.isReally(person, current, request)) {
      return "redirect:/account?refused=current";
    }
    if (!passkeys.end(person, id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    seats.endOthers(person.login(), seats.of(request));
    audit.did(visitor, "end-passkey", id);
    return "redirect:/account?done=passkey-ended";
  }

  @PostMapping("/sign-in/passkey/begin")
  @May(Act.ENTER)
  ResponseEntity<String> ask(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options = passkeys.ask(request);
    request.getSession(true).setAttribute(ASKING, options);
    return json(passkeys.text(options));
  }

  @PostMapping("/sign-in/passkey")
  @May(Act.ENTER)
  ResponseEntity<String> signIn(
      @RequestBody String shown, HttpServletRequest request, HttpServletResponse response) {
    boolean in =
        taken(request, ASKING, PublicKeyCredentialRequestOptions.class)
            .flatMap(options -> passkeys.check(options, shown, request))
            .filter(person -> signedIn.as(person, "passkey", Factors.TWO, request, response))
            .isPresent();
    if (!in) {
      audit.refused("sign-in", "passkey");
    }
    return json(in ? "{\"to\":\"/today\"}" : "{\"to\":\"/sign-in?failed\"}");
  }
}
