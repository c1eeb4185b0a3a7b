package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Member;
import tenbin.spine.recall.Recall;
import tenbin.spine.recall.RecallBook;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.Everywhere;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/**
 * What has to be given back because the ground it went on has ended: a recipient answers its own,
 * the secretariat sees who has not.
 */
@Controller
public class RecallsPage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;
  private static final int MOST_DELIVERIES = 200;

  private static final Columns<RecallPapers.Line> COLUMNS =
      new Columns<RecallPapers.Line>(
              each -> List.of(each.recipient(), each.basis(), each.state(), each.how()))
          .by("recipient", RecallPapers.Line::recipient)
          .by("state", RecallPapers.Line::state)
          .by("ground", RecallPapers.Line::basis)
          .by("deliveries", RecallPapers.Line::deliveries)
          .by("rows", RecallPapers.Line::rows)
          .by("made", RecallPapers.Line::madeAt)
          .by("by", RecallPapers.Line::acknowledgeBy);

  private final RecallBook book;
  private final RecallStanding standing;
  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Tables tables;
  private final Audit audit;
  private final Clock clock;

  public RecallsPage(
      RecallBook book,
      RecallStanding standing,
      Roster roster,
      Viewers viewers,
      WayOut wayOut,
      Tables tables,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.standing = standing;
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  /** A member that does not answer, for the secretariat. */
  public record Debtor(String id, String name, long overdue, boolean lowered) {}

  @GetMapping("/recalls")
  @May(Act.READ)
  String own(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    RecallPapers papers = new RecallPapers(plan(visitor));
    List<RecallPapers.Line> lines = papers.of(book.of(visitor.member()));
    model.addAttribute("table", tables.of(request, visitor, "/recalls", lines, COLUMNS));
    show(visitor, request, papers);
    return "hub/page/recalls";
  }

  @GetMapping("/recalls/{id}")
  @May(Act.READ)
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    RecallPapers papers = new RecallPapers(plan(visitor));
    Recall recall =
        book.of(visitor.member()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(RecallsPage::absent);
    model.addAttribute("recall", papers.line(recall).orElseThrow(RecallsPage::absent));
    model.addAttribute("deliveries", book.deliveries(visitor.member(), id, 0, MOST_DELIVERIES));
    show(visitor, request, papers);
    return "hub/page/recall";
  }

  @PostMapping("/recalls/{id}")
  @May(Act.ANSWER)
  String answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam("how") String word) {
    Recall.How how = how(word);
    Recall.Answer answer = new Recall.Answer(how, visitor.actor(), clock.instant());
    if (book.answer(visitor.member(), id, answer).isEmpty()) {
      throw absent();
    }
    audit.did(visitor, "answer-recall-" + Facts.word(how), id.toString());
    return "redirect:/recalls/" + id;
  }

  private static Recall.How how(String word) {
    for (Recall.How each : Recall.How.values()) {
      if (Facts.word(each).equals(word)) {
        return each;
      }
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }

  @GetMapping("/secretariat/recalls")
  @May(Act.WATCH_CIRCLE)
  String all(
      @AuthenticationPrincipal Visitor visitor,
      Locale locale,
      HttpServletRequest request,
      Model model) {
    RecallPapers papers = new RecallPapers(plan(visitor));
    List<RecallPapers.Line> lines = papers.of(book.all());
    model.addAttribute(
        "table", tables.of(request, visitor, "/secretariat/recalls", lines, COLUMNS));
    List<Debtor> debtors = new ArrayList<>();
    for (Member member : roster.circle().members()) {
      long overdue =
          lines.stream()
              .filter(line -> line.recipient().equals(member.id().text()))
              .filter(line -> line.state().equals("overdue"))
              .count();
      boolean low = standing.isLow(member.id());
      if (overdue > 0 || low) {
        String name = Everywhere.nameOf(member, locale);
        debtors.add(new Debtor(member.id().text(), name, overdue, low));
      }
    }
    model.addAttribute("debtors", debtors);
    show(visitor, request, papers);
    return "hub/page/recalls-all";
  }

  /** The door lets the secretariat in alone. */
  @PostMapping("/secretariat/recalls/standing")
  @May(Act.RUN_CIRCLE)
  String standing(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("member") String text,
      @RequestParam("lower") boolean lower) {
    standing.set(visitor, text, lower);
    return "redirect:/secretariat/recalls";
  }

  private Plan plan(Visitor visitor) {
    return viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE);
  }

  private void show(Visitor visitor, HttpServletRequest request, RecallPapers papers) {
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE);
    wayOut.willShow(request, errand, papers.shown());
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
