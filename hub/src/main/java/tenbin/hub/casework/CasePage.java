package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.page.CaseSightings;
import tenbin.hub.page.CaseView;
import tenbin.hub.page.Facts;
import tenbin.hub.page.RowLine;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.Retention;
import tenbin.spine.casework.Answer;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The page of one case: who is concerned and why, what each says, what the member did. */
@Controller
@May(Act.READ)
public class CasePage {
  /** Rows on the page of one case; the API has all of them. */
  private static final int MOST_ROWS = 50;

  private final CaseDoor door;
  private final CaseSightings sightings;
  private final OwnNames ownNames;
  private final WayOut wayOut;
  private final Roster roster;
  private final Clock clock;

  public CasePage(
      CaseBook book,
      Deliveries deliveries,
      Viewers viewers,
      WayOut wayOut,
      Roster roster,
      Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.sightings = new CaseSightings(deliveries, roster);
    this.ownNames = new OwnNames(roster, viewers, clock);
    this.wayOut = wayOut;
    this.roster = roster;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}")
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    CaseBook.Shared shared = door.page(visitor, id).shared();
    Disclosure shown = shared.seen();
    rows(visitor, shared, request, locale, model);
    door.show(request, visitor, CaseDoor.all(shared));
    model.addAttribute("one", CaseView.of(shown, clock.instant()));
    model.addAttribute("now", clock.instant());
    model.addAttribute("terms", shown.terms());
    model.addAttribute("obligations", Facts.obligations(shown, locale));
    model.addAttribute(
        "standings", Standings.of(shared, visitor.member(), roster.circle(), locale));
    model.addAttribute("states", Standings.STATES);
    model.addAttribute(
        "ownName", ownNames.of(visitor.member(), shared.circle().marking(), shown).word());
    model.addAttribute(
        "events",
        Event.of(shared, Retention.start(roster.circle().retention().cases(), clock.instant())));
    model.addAttribute("mostNote", Answer.MOST_NOTE);
    model.addAttribute(
        "answers",
        Standings.STATES.stream().filter(each -> !each.equals(AnswerState.SILENT.word())).toList());
    return "hub/casework/case";
  }

  private void rows(
      Visitor visitor,
      CaseBook.Shared shared,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    List<Disclosure> rows = sightings.of(shared, visitor.member(), Outlet.PAGE, MOST_ROWS);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), CaseSightings.PURPOSE, Outlet.PAGE), rows);
    model.addAttribute("rows", rows.stream().map(row -> RowLine.of(row, locale)).toList());
  }
}
