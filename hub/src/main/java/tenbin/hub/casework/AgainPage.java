package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tenbin.balance.Disclosure;
import tenbin.hub.page.CaseView;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.method.Recurrence;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The same again? Earlier cases of the same cause, and whose lesson was not applied. */
@Controller
@May(Act.READ)
public class AgainPage {
  private final CaseDoor door;
  private final Recurrence recurrence;
  private final Roster roster;
  private final Clock clock;

  public AgainPage(
      CaseBook book,
      Viewers viewers,
      WayOut wayOut,
      Recurrence recurrence,
      Roster roster,
      Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.recurrence = recurrence;
    this.roster = roster;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/again")
  String again(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    CaseDoor.Inside inside = door.page(visitor, id);
    List<Recurrence.Earlier> earlier = recurrence.of(inside.plan(), inside.shared());
    door.show(request, visitor, List.of(inside.shared().seen()));
    door.show(request, visitor, told(earlier));
    model.addAttribute("one", CaseView.of(inside.shared().seen(), clock.instant()));
    model.addAttribute(
        "earlier",
        earlier.stream()
            .map(each -> EarlierCase.of(each, clock.instant(), roster.circle(), locale))
            .toList());
    return "hub/casework/again";
  }

  static List<Disclosure> told(List<Recurrence.Earlier> earlier) {
    List<Disclosure> told = new ArrayList<>();
    earlier.forEach(each -> told.addAll(EarlierCase.told(each)));
    return told;
  }
}
