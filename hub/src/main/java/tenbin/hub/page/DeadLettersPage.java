package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import tenbin.nouns.consent.Purpose;
import tenbin.spine.deliver.channel.PutAside;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** What was given up: a member sees its own, the secretariat all, and who sees it may act on it. */
@Controller
public class DeadLettersPage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private static final Columns<DeadLetters.Line> COLUMNS =
      new Columns<DeadLetters.Line>(
              each -> List.of(each.name(), each.channel(), each.address(), each.reason()))
          .by("to", DeadLetters.Line::name)
          .by("since", DeadLetters.Line::since)
          .by("tries", each -> Integer.parseInt(each.tries()))
          .by("reason", DeadLetters.Line::reason);

  private final DeadLetterDesk desk;
  private final Roster roster;
  private final Viewers viewers;
  private final Tables tables;
  private final WayOut wayOut;

  public DeadLettersPage(
      DeadLetterDesk desk, Roster roster, Viewers viewers, Tables tables, WayOut wayOut) {
    this.desk = desk;
    this.roster = roster;
    this.viewers = viewers;
    this.tables = tables;
    this.wayOut = wayOut;
  }

  @GetMapping("/dead-letters")
  @May(Act.READ)
  String list(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    DeadLetters view =
        new DeadLetters(
            viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE), roster.circle(), locale);
    List<DeadLetters.Line> letters = view.lines(desk.letters(visitor));
    model.addAttribute("table", tables.of(request, visitor, "/dead-letters", letters, COLUMNS));
    model.addAttribute("asides", view.asides(desk.asides(visitor)));
    model.addAttribute("mails", desk.mails(visitor));
    model.addAttribute("mostWhy", PutAside.MOST_WHY);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), view.shown());
    return "hub/page/dead-letters";
  }

  @PostMapping("/dead-letters/{member}/{id}")
  @May(Act.CONFIGURE)
  String act(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("member") String whose,
      @PathVariable("id") UUID id,
      @RequestParam("act") String act,
      @RequestParam(name = "why", defaultValue = "") String why) {
    desk.act(visitor, whose, id, act, why);
    return "redirect:/dead-letters";
  }

  /** Mails that came in for nobody: the secretariat's, as the door sees to. */
  @PostMapping("/secretariat/dead-mails")
  @May(Act.RUN_CIRCLE)
  String mail(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("mail") String mail,
      @RequestParam(name = "why", defaultValue = "") String why) {
    desk.putAside(visitor, mail, why);
    return "redirect:/dead-letters";
  }
}
