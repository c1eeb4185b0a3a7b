package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.factor.QrPicture;
import tenbin.web.factor.SecondFactors;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.passkey.Passkeys;
import tenbin.web.provider.Identities;
import tenbin.web.provider.Identity;
import tenbin.web.provider.Provider;
import tenbin.web.provider.Providers;
import tenbin.web.signin.Confirming;
import tenbin.web.signin.PasswordRule;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Seat;
import tenbin.web.signin.Seats;
import tenbin.web.signin.TwoFactors;
import tenbin.web.signin.Visitor;

/** One's own sign-in: password, second factor, the browsers in which one is signed in. */
@Controller
@May(Act.OWN_ACCOUNT)
public class AccountPage {
  private final People people;
  private final Confirming confirming;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Providers providers;
  private final Identities identities;
  private final Seats seats;
  private final TwoFactors demand;
  private final Roster roster;
  private final Audit audit;

  public AccountPage(
      People people,
      Confirming confirming,
      SecondFactors factors,
      Passkeys passkeys,
      Providers providers,
      Identities identities,
      Seats seats,
      TwoFactors demand,
      Roster roster,
      Audit audit) {
    this.people = people;
    this.confirming = confirming;
    this.factors = factors;
    this.passkeys = passkeys;
    this.providers = providers;
    this.identities = identities;
    this.seats = seats;
    this.demand = demand;
    this.roster = roster;
    this.audit = audit;
  }

  @GetMapping("/account")
  String show(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    Person person = own(visitor);
    model.addAttribute("person", person);
    model.addAttribute("must", demand.isMissing(visitor, request));
    model.addAttribute("factor", factors.isAsked(person.id()));
    model.addAttribute("passkeys", passkeys.of(person));
    model.addAttribute(
        "providers",
        providers.of(person.member()).stream()
            .map(each -> new Elsewhere(each, identities.at(each, person.id())))
            .toList());
    model.addAttribute("left", factors.left(person.id()));
    model.addAttribute("seats", seats.of(person.login()));
    model.addAttribute("asks", !seats.isFresh(request));
    model.addAttribute("here", seats.of(request).map(Seat::id).map(UUID::toString).orElse(""));
    return "hub/page/account";
  }

  /** A provider that the person may use, and what it is there when it linked itself. */
  public record Elsewhere(Provider provider, Optional<Identity> identity) {}

  /** Who looks at a demo has no account. */
  private Person own(Visitor visitor) {
    return visitor
        .login()
        .flatMap(people::active)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String refused(String why, Visitor visitor, HttpServletRequest request, Model model) {
    model.addAttribute("refused", why);
    return show(visitor, request, model);
  }

  @PostMapping("/account/password")
  String password(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("current") String current,
      @RequestParam("next") String next,
      @RequestParam("again") String again,
      HttpServletRequest request,
      Model model) {
    Person person = own(visitor);
    if (!next.equals(again)) {
      return refused("again", visitor, request, model);
    }
    if (!confirming.isReally(person, current, request)) {
      return refused("current", visitor, request, model);
    }
    try {
      people.password(person, next);
    } catch (PasswordRule.Guessable easy) {
      return refused("guessable", visitor, request, model);
    } catch (IllegalArgumentException unfit) {
      return refused("unfit", visitor, request, model);
    }
    seats.endOthers(person.login(), seats.of(request));
    audit.did(visitor, "change-password", person.id().toString());
    return "redirect:/account?done=password";
  }

  @PostMapping("/account/factor")
  String begin(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("current") String current,
      HttpServletRequest request,
      Model model) {
    Person person = own(visitor);
    if (factors.isAsked(person.id()) || !confirming.isReally(person, current, request)) {
      return refused("current", visitor, request, model);
    }
    showFresh(person, factors.begin(person), model);
    audit.did(visitor, "begin-second-factor", person.id().toString());
    return show(visitor, request, model);
  }

  private void showFresh(Person person, SecondFactors.Fresh fresh, Model model) {
    model.addAttribute("fresh", fresh);
    model.addAttribute(
        "picture", new QrPicture(fresh.address(roster.circle().name(), person.login())));
  }

  @PostMapping("/account/factor/confirm")
  String confirm(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("code") String code,
      HttpServletRequest request,
      Model model) {
    Person person = own(visitor);
    if (factors.confirm(person, code)) {
      seats.endOthers(person.login(), seats.of(request));
      audit.did(visitor, "second-factor", person.id().toString());
      return "redirect:/account?done=factor";
    }
    factors.begun(person).ifPresent(each -> showFresh(person, each, model));
    return refused("code", visitor, request, model);
  }

  @PostMapping("/account/factor/end")
  String end(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("current") String current,
      @RequestParam("code") String code,
      HttpServletRequest request,
      Model model) {
    Person person = own(visitor);
    if (!confirming.isReally(person, current, request) || !factors.passes(person, code)) {
      return refused("current", visitor, request, model);
    }
    factors.remove(person.id());
    audit.did(visitor, "end-second-factor", person.id().toString());
    return "redirect:/account?done=factor-ended";
  }

  /** Who has no password here signs in anew and is fresh then. */
  private boolean isAskedAnew(Person person, String current, HttpServletRequest request) {
    return seats.isFresh(request) || confirming.isReally(person, current, request);
  }

  @PostMapping("/account/seats/{id}/end")
  String endSeat(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "current", defaultValue = "") String current,
      HttpServletRequest request) {
    Person person = own(visitor);
    if (!isAskedAnew(person, current, request)) {
      return "redirect:/account?refused=current";
    }
    if (!seats.end(person.login(), id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    audit.did(visitor, "end-session", id.toString());
    return "redirect:/account";
  }

  @PostMapping("/account/seats/end-others")
  String endOthers(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "current", defaultValue = "") String current,
      HttpServletRequest request) {
    Person person = own(visitor);
    if (!isAskedAnew(person, current, request)) {
      return "redirect:/account?refused=current";
    }
    seats.endOthers(person.login(), seats.of(request));
    audit.did(visitor, "end-other-sessions", "");
    return "redirect:/account";
  }
}
