package tenbin.hub.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.hub.page.CaseSightings;
import tenbin.hub.page.CaseTable;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.casework.Answer;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;
import tenbin.wire.lines.DisclosureLines;

/** The cases that concern the caller's member, and its answers. */
@RestController
@RequestMapping("/api/v1/cases")
public class CasesApi {
  private static final Purpose PURPOSE = Purpose.INFORM_AND_DEFEND;

  private final CaseBook book;
  private final CaseSightings sightings;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public CasesApi(
      CaseBook book,
      Deliveries deliveries,
      Roster roster,
      Viewers viewers,
      WayOut wayOut,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.sightings = new CaseSightings(deliveries, roster);
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a member says: state as "not-affected", note of its own. */
  public record Said(String state, @org.jspecify.annotations.Nullable String note) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "filter", defaultValue = "") String filter) {
    return send(
        visitor,
        CaseTable.chosen(book.cases(plan(visitor)), order, filter, clock.instant())
            .orElseThrow(() -> Problem.wrong("No such order.")));
  }

  /** The caller's own rows of a case as JSON lines, newest first. */
  @GetMapping("/{id}/rows")
  @May(Act.READ)
  ResponseEntity<byte[]> rows(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    CaseBook.Shared shared = book.shared(plan(visitor), id).orElseThrow(Problem::absent);
    List<Disclosure> rows = sightings.of(shared, visitor.member(), Outlet.API, Pull.MOST);
    Writer writer = wayOut.writer(DisclosureLines.FORMAT.name()).orElseThrow();
    WayOut.Parcel parcel =
        wayOut.pack(
            new WayOut.Errand(visitor.member(), CaseSightings.PURPOSE, Outlet.API), writer, rows);
    return parcel.answer(writer.mediaType());
  }

  @PostMapping("/{id}/answer")
  @May(Act.ANSWER)
  ResponseEntity<byte[]> answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestBody Said said) {
    AnswerState state =
        AnswerState.tryParse(said.state)
            .filter(each -> each != AnswerState.SILENT)
            .orElseThrow(() -> Problem.wrong("No answer of that name."));
    String note = said.note == null ? "" : said.note.strip();
    if (note.length() > Answer.MOST_NOTE) {
      throw Problem.wrong("A note has at most " + Answer.MOST_NOTE + " characters.");
    }
    Disclosure shown =
        book.answer(plan(visitor), id, state, note, clock.instant()).orElseThrow(Problem::absent);
    audit.did(visitor, "answer-case", id.toString());
    return send(visitor, List.of(shown));
  }

  private Plan plan(Visitor visitor) {
    return viewers.plan(visitor.member(), PURPOSE, Outlet.API);
  }

  private ResponseEntity<byte[]> send(Visitor visitor, List<Disclosure> cases) {
    List<Map<String, Object>> bodies = cases.stream().map(CasesApi::body).toList();
    WayOut.Parcel parcel =
        wayOut.packTold(
            new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API),
            cases,
            Map.of("cases", bodies));
    return parcel.answer("application/json");
  }

  private static Map<String, Object> body(Disclosure shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", shown.id().toString());
    shown.facts().forEach(fact -> body.put(fact.name(), fact.value()));
    return body;
  }
}
