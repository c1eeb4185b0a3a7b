package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The elections of a working group: opened, stood for, voted in, and what came of them. */
@Controller
public class ElectionsPage {
  private final GroupDoor door;
  private final ElectionDoor elections;
  private final SeatDoor seats;
  private final WayOut wayOut;

  public ElectionsPage(GroupDoor door, ElectionDoor elections, SeatDoor seats, WayOut wayOut) {
    this.door = door;
    this.elections = elections;
    this.seats = seats;
    this.wayOut = wayOut;
  }

  @GetMapping("/groups/{id}/elections")
  @May(Act.READ)
  String elections(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    GroupDoor.Inside inside = inside(visitor, id, locale);
    List<ElectionLine> all = elections.of(visitor, inside);
    model.addAttribute("inside", inside);
    model.addAttribute("group", inside.line());
    model.addAttribute("elections", all);
    model.addAttribute(
        "participants",
        seats.seats(visitor, inside).stream()
            .filter(each -> each.holds() && each.role().equals("participant"))
            .toList());
    model.addAttribute("roles", List.of("chair", "vice-chair", "secretary"));
    model.addAttribute("members", inside.group().members().size());
    model.addAttribute("speaks", inside.part().names() || !inside.part().held().isEmpty());
    model.addAttribute("once", Once.fresh());
    GroupsPage.show(wayOut, visitor, request, inside.papers());
    return "hub/gather/elections";
  }

  private GroupDoor.Inside inside(Visitor visitor, String id, Locale locale) {
    return door.enterPeople(visitor, id, Outlet.PAGE, locale);
  }

  @PostMapping("/groups/{id}/elections")
  @May(Act.GATHER)
  String open(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "role", defaultValue = "") String role,
      @RequestParam(name = "nominate", defaultValue = "") String nominate,
      @RequestParam(name = "vote", defaultValue = "") String vote,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "until", defaultValue = "") String until,
      @RequestParam(name = "quorum", defaultValue = "0") int quorum,
      @RequestParam(name = "once", defaultValue = "") String once,
      Locale locale) {
    GroupDoor.Inside inside = inside(visitor, id, locale);
    ElectionDoor.Wanted wanted =
        new ElectionDoor.Wanted(once, role, nominate, vote, from, until, quorum);
    elections.open(visitor, inside, wanted);
    return back(id);
  }

  @PostMapping("/groups/{id}/elections/second")
  @May(Act.GATHER)
  String second(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "election", defaultValue = "") String tied,
      @RequestParam(name = "vote", defaultValue = "") String vote,
      @RequestParam(name = "once", defaultValue = "") String once,
      Locale locale) {
    elections.second(visitor, inside(visitor, id, locale), once, tied, vote);
    return back(id);
  }

  @PostMapping("/groups/{id}/elections/withdraw")
  @May(Act.GATHER)
  String withdraw(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "election", defaultValue = "") String election,
      Locale locale) {
    elections.withdraw(visitor, inside(visitor, id, locale), election);
    return back(id);
  }

  @PostMapping("/groups/{id}/elections/nominate")
  @May(Act.GATHER)
  String nominate(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "election", defaultValue = "") String election,
      @RequestParam(name = "seat", defaultValue = "") String seat,
      Locale locale) {
    elections.nominate(visitor, inside(visitor, id, locale), election, seat);
    return back(id);
  }

  @PostMapping("/groups/{id}/elections/answer")
  @May(Act.VOTE)
  String answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "election", defaultValue = "") String election,
      @RequestParam(name = "candidate", defaultValue = "") String candidate,
      @RequestParam(name = "say", defaultValue = "") String say,
      Locale locale) {
    elections.answer(visitor, inside(visitor, id, locale), election, candidate, say);
    return back(id);
  }

  @PostMapping("/groups/{id}/elections/vote")
  @May(Act.VOTE)
  String vote(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "election", defaultValue = "") String election,
      @RequestParam(name = "choice", defaultValue = "") String choice,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure,
      Locale locale) {
    elections.vote(visitor, inside(visitor, id, locale), election, choice, sure);
    return back(id);
  }

  private static String back(String id) {
    return "redirect:/groups/" + id + "/elections";
  }
}
