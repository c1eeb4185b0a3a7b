package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.casework.Answer;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Table;
import tenbin.web.table.Tables;

/** The cases that concern the visitor's member, its answers; the secretariat's matrix. */
@Controller
public class CasesPage {
  private static final Purpose PURPOSE = Purpose.INFORM_AND_DEFEND;

  private final CaseBook book;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Standing standing;
  private final Roster roster;
  private final Tables tables;
  private final MessageSource words;
  private final Audit audit;
  private final Clock clock;

  public CasesPage(
      CaseBook book,
      Viewers viewers,
      WayOut wayOut,
      Standing standing,
      Roster roster,
      Tables tables,
      MessageSource words,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.standing = standing;
    this.roster = roster;
    this.tables = tables;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/cases")
  @May(Act.READ)
  String list(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Table<CaseTable.Line> table = table(visitor, request, Outlet.PAGE, locale);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), told(table));
    model.addAttribute("table", table);
    model.addAttribute("now", clock.instant());
    if (standing.of(visitor.member()) == Role.SECRETARIAT) {
      Plan running = viewers.plan(visitor.member(), Purpose.RUN_THE_CIRCLE, Outlet.PAGE);
      MatrixView view = new MatrixView(running, roster.circle(), locale);
      model.addAttribute("matrices", view.of(book.matrix(), clock.instant()));
      wayOut.willShow(
          request,
          new WayOut.Errand(visitor.member(), Purpose.RUN_THE_CIRCLE, Outlet.PAGE),
          view.shown());
    }
    return "hub/page/cases";
  }

  private Table<CaseTable.Line> table(
      Visitor visitor, HttpServletRequest request, Outlet outlet, Locale locale) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    List<CaseTable.Line> lines = CaseTable.Line.of(book.cases(plan), clock.instant());
    return tables.of(
        request,
        visitor,
        "/cases",
        lines,
        CaseTable.columns(key -> words.getMessage(key, null, key, locale)));
  }

  private static List<Disclosure> told(Table<CaseTable.Line> table) {
    return table.rows().stream().map(CaseTable.Line::seen).toList();
  }

  /** The table of this screen as a file: the same lines in the same order. */
  @GetMapping("/cases/screen")
  @May(Act.READ)
  ResponseEntity<byte[]> screen(
      @AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Locale locale) {
    Table<CaseTable.Line> table = table(visitor, request, Outlet.DOWNLOAD, locale);
    WayOut.Parcel parcel =
        wayOut.packAs(
            new WayOut.Errand(visitor.member(), PURPOSE, Outlet.DOWNLOAD),
            CaseTable.FORMAT,
            told(table),
            CaseTable.csv(table.rows()));
    audit.did(visitor, "download-cases", parcel.receipt().id().toString());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, ScreenTable.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tenbin-cases.csv").build().toString())
        .header("Tenbin-Purpose", PURPOSE.code() + " " + PURPOSE.word())
        .header(LedgerDoor.RECEIPT, parcel.receipt().id().toString())
        .body(parcel.bytes());
  }

  @PostMapping("/cases/{id}/answer")
  @May(Act.ANSWER)
  String answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam("state") String word,
      @RequestParam(name = "note", defaultValue = "") String note) {
    AnswerState state =
        AnswerState.tryParse(word)
            .filter(each -> each != AnswerState.SILENT)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    if (note.length() > Answer.MOST_NOTE) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (book.answer(plan(visitor), id, state, note.strip(), clock.instant()).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    audit.did(visitor, "answer-case", id.toString());
    return "redirect:/cases/" + id;
  }

  private Plan plan(Visitor visitor) {
    return viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE);
  }
}
