package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
import tenbin.spine.skill.Skill;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Who of the circle can do what. */
@Controller
public class SkillsPage {
  private final SkillDoor door;
  private final WayOut wayOut;

  public SkillsPage(SkillDoor door, WayOut wayOut) {
    this.door = door;
    this.wayOut = wayOut;
  }

  @GetMapping("/skills")
  @May(Act.READ)
  String skills(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "q", defaultValue = "") String word,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    SkillDoor.Seen seen = door.seen(visitor, Outlet.PAGE, word, locale);
    model.addAttribute("skills", seen.lines());
    model.addAttribute("q", word);
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostWhat", Skill.MOST_WHAT);
    model.addAttribute("mostNote", Skill.MOST_NOTE);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), GroupDoor.PURPOSE, Outlet.PAGE), seen.shown());
    return "hub/gather/skills";
  }

  @PostMapping("/skills")
  @May(Act.GATHER)
  String add(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("what") String what,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "once", defaultValue = "") String once) {
    door.add(visitor, once, what, note);
    return "redirect:/skills";
  }

  @PostMapping("/skills/{id}/remove")
  @May(Act.GATHER)
  String remove(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    door.remove(visitor, id);
    return "redirect:/skills";
  }
}
