package tenbin.hub.joining;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.spine.newcomer.letter.ContactLetter;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;

/**
 * Where the reader of a letter to a registered contact says whose a network is. To open the link
 * acts on nothing; every request brings the secret again, and no session remembers it. It shows
 * what the letter said and nothing else.
 */
@Controller
@May(Act.PORTAL)
public class HolderPage {
  private final ContactDoor door;
  private final Audit audit;

  public HolderPage(ContactDoor door, Audit audit) {
    this.door = door;
    this.audit = audit;
  }

  @GetMapping(ContactDoor.PATH)
  String door(Model model) {
    model.addAttribute("shut", false);
    return "hub/joining/holder-door";
  }

  @PostMapping(ContactDoor.PATH)
  String look(@RequestParam("secret") String secret, Locale locale, Model model) {
    Optional<ContactLetter> letter = door.open(secret);
    if (letter.isEmpty()) {
      audit.refused("look-at-letter", "no such link");
      model.addAttribute("shut", true);
      return "hub/joining/holder-door";
    }
    return show(letter.get(), secret, locale, model);
  }

  @PostMapping(ContactDoor.PATH + "/say")
  String say(
      @RequestParam("secret") String secret,
      @RequestParam("say") String say,
      Locale locale,
      Model model) {
    boolean yes =
        switch (say) {
          case "yes" -> true;
          case "no" -> false;
          default -> throw Problem.wrong("Say yes or no.");
        };
    return show(door.say(secret, yes), secret, locale, model);
  }

  private String show(ContactLetter letter, String secret, Locale locale, Model model) {
    Letters.Claimant claimant = door.claimant(letter.member());
    model.addAttribute("letter", letter);
    model.addAttribute(
        "claimant", locale.getLanguage().equals("ja") ? claimant.nameJa() : claimant.name());
    model.addAttribute("secret", secret.strip());
    return "hub/joining/holder";
  }
}
