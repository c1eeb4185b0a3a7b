package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.nouns.member.Factors;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.provider.Identities;
import tenbin.web.provider.Proof;
import tenbin.web.provider.Provider;
import tenbin.web.provider.ProviderVisits;
import tenbin.web.provider.Providers;
import tenbin.web.provider.Purpose;
import tenbin.web.signin.Confirming;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Seats;
import tenbin.web.signin.SignedIn;
import tenbin.web.signin.TwoFactors;
import tenbin.web.signin.Visitor;

/** To an organisation's own sign-in and back: to sign in, to link oneself, to be taken up. */
@Controller
public class ProviderPage {
  private static final String FAILED = "redirect:/sign-in?failed";

  private final Providers providers;
  private final ProviderVisits visits;
  private final Identities identities;
  private final Invitations invitations;
  private final People people;
  private final Confirming confirming;
  private final Seats seats;
  private final SignedIn signedIn;
  private final TwoFactors demand;
  private final Audit audit;

  public ProviderPage(
      Providers providers,
      ProviderVisits visits,
      Identities identities,
      Invitations invitations,
      People people,
      Confirming confirming,
      Seats seats,
      SignedIn signedIn,
      TwoFactors demand,
      Audit audit) {
    this.providers = providers;
    this.visits = visits;
    this.identities = identities;
    this.invitations = invitations;
    this.people = people;
    this.confirming = confirming;
    this.seats = seats;
    this.signedIn = signedIn;
    this.demand = demand;
    this.audit = audit;
  }

  private Provider named(String name) {
    return providers
        .find(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Person own(Visitor visitor) {
    return visitor
        .login()
        .flatMap(people::active)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String away(Provider to, Purpose purpose, HttpServletRequest request) {
    return providers
        .begin(to.name(), purpose, request)
        .map(URI::toString)
        .map("redirect:"::concat)
        .orElse("redirect:/sign-in?away");
  }

  /** A form of ours alone begins it: a link of somebody else signs nobody in. */
  @PostMapping("/sign-in/provider/{name}")
  @May(Act.ENTER)
  String signIn(@PathVariable("name") String name, HttpServletRequest request) {
    return away(named(name), new Purpose.SignIn(), request);
  }

  /** Who was invited proves itself there instead of choosing a password. */
  @PostMapping("/welcome/provider")
  @May(Act.ENTER)
  String takeUp(
      @RequestParam("secret") String secret,
      @RequestParam("provider") String name,
      HttpServletRequest request) {
    Provider to = named(name);
    if (invitations.of(secret).filter(each -> to.serves(each.member())).isEmpty()) {
      audit.refused("take-up", "invitation");
      return "redirect:/welcome?over";
    }
    return away(to, new Purpose.TakeUp(secret), request);
  }

  /** Asks for the password first: who finds a browser open links nothing of its own. */
  @PostMapping("/account/providers/{name}")
  @May(Act.OWN_ACCOUNT)
  String link(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("name") String name,
      @RequestParam("current") String current,
      HttpServletRequest request) {
    Provider to = named(name);
    Person person = own(visitor);
    if (!to.serves(person.member()) || !confirming.isReally(person, current, request)) {
      return "redirect:/account?refused=current";
    }
    return away(to, new Purpose.Link(person.id()), request);
  }

  @PostMapping("/account/providers/{name}/end")
  @May(Act.OWN_ACCOUNT)
  String unlink(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("name") String name,
      @RequestParam("current") String current,
      HttpServletRequest request) {
    Provider at = named(name);
    Person person = own(visitor);
    if (!confirming.isReally(person, current, request) || !identities.unlink(at, person)) {
      return "redirect:/account?refused=current";
    }
    seats.endOthers(person.login(), seats.of(request));
    audit.did(visitor, "unlink-provider", at.name());
    return "redirect:/account?done=unlinked";
  }

  /** Every refusal is the same refusal, whoever it was and whatever was wrong. */
  @GetMapping("/sign-in/provider/{name}/back")
  @May(Act.ENTER)
  String back(
      @AuthenticationPrincipal @Nullable Visitor visitor,
      @PathVariable("name") String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Providers.Back> back = providers.finish(named(name).name(), request);
    if (back.isEmpty() || back.get().proof().isEmpty()) {
      audit.refused("sign-in", "provider " + name);
      return FAILED;
    }
    Provider from = back.get().provider();
    Proof proof = back.get().proof().get();
    return switch (back.get().purpose()) {
      case Purpose.SignIn asked ->
          enter(from, proof, identities.find(from, proof), request, response);
      case Purpose.TakeUp asked ->
          enter(from, proof, takenUp(from, proof, asked.invitation()), request, response);
      case Purpose.Link asked -> linked(visitor, asked.person(), from, proof);
    };
  }

  private String enter(
      Provider from,
      Proof proof,
      Optional<Person> who,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!proof.strong() && who.filter(demand::isOneTooLittle).isPresent()) {
      audit.refused("sign-in", "one factor of provider " + from.name());
      return "redirect:/sign-in?weak";
    }
    Factors factors = proof.strong() ? Factors.TWO : Factors.ONE;
    String way = "provider " + from.name();
    boolean in = who.filter(each -> signedIn.as(each, way, factors, request, response)).isPresent();
    if (!in) {
      audit.refused("sign-in", "provider " + from.name());
      return FAILED;
    }
    visits.note(from, proof, request);
    return "redirect:/today";
  }

  private Optional<Person> takenUp(Provider from, Proof proof, String invitation) {
    boolean may =
        identities.isFree(proof)
            && invitations.of(invitation).filter(each -> from.serves(each.member())).isPresent();
    return may
        ? invitations.take(invitation).filter(each -> identities.link(from, proof, each))
        : Optional.empty();
  }

  /** Links only the one who went, still signed in in this browser. */
  private String linked(@Nullable Visitor visitor, UUID went, Provider from, Proof proof) {
    boolean self =
        Optional.ofNullable(visitor)
            .flatMap(Visitor::login)
            .flatMap(people::active)
            .filter(each -> each.id().equals(went))
            .isPresent();
    if (visitor == null || !self || !identities.link(from, proof, own(visitor))) {
      audit.refused("link-provider", from.name());
      return "redirect:/account?refused=link";
    }
    audit.did(visitor, "link-provider", from.name());
    return "redirect:/account?done=linked";
  }
}
