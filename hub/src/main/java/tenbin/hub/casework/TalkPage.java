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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Disclosure;
import tenbin.hub.page.CaseView;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Hand;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What the members of a case say to each other, and who of one's own has it in hand. */
@Controller
public class TalkPage {
  /** Of one page: what somebody reads in a few minutes. */
  static final int MOST = 50;

  private final CaseDoor door;
  private final TalkDesk desk;
  private final Roster roster;
  private final Clock clock;

  public TalkPage(
      CaseBook book, Viewers viewers, WayOut wayOut, TalkDesk desk, Roster roster, Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.roster = roster;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/talk")
  @May(Act.READ)
  String talk(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "page", defaultValue = "0") int number,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    CaseDoor.Inside inside = door.page(visitor, id);
    int place = Math.clamp(number, 0, CaseTalk.MOST_OF_ONE * MOST);
    CaseTalk.Page page = desk.page(inside, place * MOST, MOST);
    List<Disclosure> hands = desk.hands(inside);
    door.show(request, visitor, List.of(inside.shared().seen()));
    door.show(request, visitor, page.comments());
    door.show(request, visitor, hands);
    model.addAttribute("one", CaseView.of(inside.shared().seen(), clock.instant()));
    model.addAttribute(
        "comments",
        page.comments().stream().map(each -> Comment.of(each, roster.circle(), locale)).toList());
    model.addAttribute("all", page.all());
    model.addAttribute("page", place);
    model.addAttribute("pages", Math.ceilDiv(page.all(), MOST));
    model.addAttribute("hands", hands.stream().map(Held::of).toList());
    model.addAttribute("colleagues", desk.colleagues(visitor));
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostText", CaseTalk.MOST_TEXT);
    model.addAttribute("mostNote", Hand.MOST_NOTE);
    return "hub/casework/talk";
  }

  @PostMapping("/cases/{id}/talk")
  @May(Act.WORK_ON_CASES)
  String say(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "reach", defaultValue = "circle") String reach,
      @RequestParam(name = "once", defaultValue = "") String once) {
    UUID key = Once.of(visitor, once, id, Entry.Kind.COMMENT);
    desk.say(door.page(visitor, id), visitor, key, reach, text);
    return "redirect:/cases/" + id + "/talk";
  }

  @PostMapping("/cases/{id}/hand")
  @May(Act.WORK_ON_CASES)
  String handOver(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "once", defaultValue = "") String once) {
    UUID key = Once.of(visitor, once, id, Entry.Kind.HAND);
    desk.handOver(door.page(visitor, id), visitor, key, to, note);
    return "redirect:/cases/" + id + "/talk";
  }
}
