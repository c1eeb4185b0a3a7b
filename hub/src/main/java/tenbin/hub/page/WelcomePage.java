package tenbin.hub.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.provider.Providers;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.PasswordRule;
import tenbin.web.signin.Person;

/**
 * Where somebody who was invited chooses a password, or how to do without one. The invitation
 * stands behind the address's #, which no browser sends, so it is in no log.
 */
@Controller
@May(Act.ENTER)
public class WelcomePage {
  private final Invitations invitations;
  private final Providers providers;
  private final Audit audit;

  public WelcomePage(Invitations invitations, Providers providers, Audit audit) {
    this.invitations = invitations;
    this.providers = providers;
    this.audit = audit;
  }

  @GetMapping("/welcome")
  String door(Model model) {
    model.addAttribute("providers", providers.all());
    return "hub/page/welcome";
  }

  @PostMapping("/welcome")
  String choose(
      @RequestParam("secret") String secret,
      @RequestParam("password") String password,
      @RequestParam("again") String again,
      Model model) {
    if (!password.equals(again)) {
      return refused("again", model);
    }
    try {
      Person person = invitations.accept(secret, password).orElse(null);
      if (person == null) {
        audit.refused("choose-password", "invitation");
        return refused("over", model);
      }
      audit.did(new Chooser(person), "choose-password", person.id().toString());
      return "redirect:/sign-in?chosen";
    } catch (PasswordRule.Guessable easy) {
      return refused("guessable", model);
    } catch (IllegalArgumentException unfit) {
      return refused("unfit", model);
    }
  }

  /** Somebody who is not signed in yet. */
  private record Chooser(Person person) implements Audit.Actor {
    @Override
    public String actor() {
      return "person:" + person.login();
    }

    @Override
    public String memberText() {
      return person.member().text();
    }
  }

  private String refused(String why, Model model) {
    model.addAttribute("refused", why);
    return door(model);
  }
}
