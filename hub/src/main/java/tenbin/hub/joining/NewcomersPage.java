package tenbin.hub.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberClass;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The secretariat's board of newcomers. */
@Controller
public class NewcomersPage {
  private final InviteDesk desk;
  private final Handing handing;

  public NewcomersPage(InviteDesk desk, Handing handing) {
    this.handing = handing;
    this.desk = desk;
  }

  /** A form as it came, so that what is wrong can be mended. */
  public record Form(
      String id,
      String name,
      String nameJa,
      String memberClass,
      boolean carrier,
      String expected,
      String mail) {
    static final Form EMPTY =
        new Form("", "", "", MemberClass.ALLIANCE_MEMBER.word(), true, "", "");

    Invite.Written written() {
      return new Invite.Written(id, name, nameJa, memberClass, carrier, expected, mail);
    }
  }

  @ModelAttribute("classes")
  List<String> classes() {
    return Arrays.stream(MemberClass.values())
        .filter(each -> each != MemberClass.SECRETARIAT)
        .map(MemberClass::word)
        .toList();
  }

  @GetMapping("/secretariat/newcomers")
  @May(Act.WATCH_CIRCLE)
  String board(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", Form.EMPTY);
    }
    Handing.Board board = handing.board(request, visitor, desk.board(), desk.waits(locale));
    model.addAttribute("board", board.newcomers());
    model.addAttribute("waits", board.networks());
    model.addAttribute("means", Claim.Means.values());
    return "hub/joining/newcomers";
  }

  @PostMapping("/secretariat/newcomers")
  @May(Act.RUN_CIRCLE)
  String invite(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "id", defaultValue = "") String id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "name-ja", defaultValue = "") String nameJa,
      @RequestParam(name = "class", defaultValue = "") String memberClass,
      @RequestParam(name = "carrier", defaultValue = "false") boolean carrier,
      @RequestParam(name = "expected", defaultValue = "") String expected,
      @RequestParam(name = "mail", defaultValue = "") String mail,
      @RequestParam(name = "try", defaultValue = "false") boolean tried,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Form form = new Form(id, name, nameJa, memberClass, carrier, expected, mail);
    model.addAttribute("form", form);
    try {
      Invite invite = Invite.of(form.written());
      if (tried) {
        model.addAttribute("tried", desk.tried(invite, locale));
      } else {
        show(desk.invite(visitor, invite), request, model);
        model.addAttribute("form", Form.EMPTY);
      }
    } catch (Invite.Wrong wrong) {
      model.addAttribute("wrong", wrong.what());
    } catch (Problem taken) {
      model.addAttribute("wrong", List.of(taken.type()));
    }
    return board(visitor, request, locale, model);
  }

  private static void show(InviteDesk.Invited invited, HttpServletRequest request, Model model) {
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    model.addAttribute("invited", invited.newcomer());
    model.addAttribute("login", invited.login());
    model.addAttribute("refused", invited.sent() == Letters.Sent.REFUSED);
    invited.path().ifPresent(path -> model.addAttribute("link", base + path));
  }

  @PostMapping("/secretariat/newcomers/{id}/invite")
  @May(Act.RUN_CIRCLE)
  String again(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "mail", defaultValue = "") String mail,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    show(desk.again(visitor, id, mail), request, model);
    return board(visitor, request, locale, model);
  }

  @PostMapping("/secretariat/newcomers/{id}/withdraw")
  @May(Act.RUN_CIRCLE)
  String withdraw(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    desk.withdraw(visitor, id);
    return "redirect:/secretariat/newcomers";
  }

  @PostMapping("/secretariat/newcomers/{id}/networks")
  @May(Act.RUN_CIRCLE)
  String say(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("network") String network,
      @RequestParam("say") String say,
      @RequestParam(name = "means", defaultValue = "declared") String means,
      @RequestParam(name = "why", defaultValue = "") String why) {
    desk.say(visitor, id, network, InviteDesk.Said.of(say, means, why));
    return "redirect:/secretariat/newcomers";
  }
}
