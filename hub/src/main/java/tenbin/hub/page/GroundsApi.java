package tenbin.hub.page;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/**
 * The balance for programs: what goes and stays, what a clause would tip, the grounds in force. To
 * adopt, release or answer is a person's own, never a token's.
 */
@RestController
public class GroundsApi {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final ScalesDesk scales;
  private final GroundBook book;
  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;

  public GroundsApi(
      ScalesDesk scales, GroundBook book, Roster roster, Viewers viewers, WayOut wayOut) {
    this.scales = scales;
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  @GetMapping("/api/v1/balance")
  @May(Act.READ)
  ResponseEntity<byte[]> own(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    return send(visitor, scales.own(visitor, Outlet.API, time(locale)));
  }

  @GetMapping("/api/v1/secretariat/balance")
  @May(Act.WATCH_CIRCLE)
  ResponseEntity<byte[]> whole(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    return send(visitor, scales.whole(visitor, Outlet.API, time(locale)));
  }

  private ResponseEntity<byte[]> send(Visitor visitor, ScalesDesk.Told told) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("rows", told.rows());
    body.put("purposes", told.weighed().stream().map(GroundsApi::json).toList());
    body.put("offers", told.offers().stream().map(GroundsApi::json).toList());
    body.put("ladder", told.rungs().stream().map(GroundsApi::json).toList());
    return wayOut
        .packTold(ScalesDesk.errand(visitor, Outlet.API), told.shown(), body)
        .answer("application/json");
  }

  private static Map<String, Object> json(ScalesView.Rung rung) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", rung.change().word());
    json.put("titles", rung.titles());
    json.put("purposes", rung.weighed().stream().map(GroundsApi::sums).toList());
    return json;
  }

  private static Map<String, Object> json(ScalesView.Weighed weighed) {
    Map<String, Object> json = sums(weighed);
    json.put("lines", weighed.lines().stream().map(GroundsApi::json).toList());
    return json;
  }

  private static Map<String, Object> sums(ScalesView.Weighed weighed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("purpose", weighed.purpose());
    json.put("goes", weighed.goes());
    json.put("stays", weighed.stays());
    return json;
  }

  private static Map<String, Object> json(ScalesView.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("goes", line.goes());
    json.put("recipient", line.recipient());
    json.put("reason", line.reason());
    json.put("gate", line.gate());
    json.put("rows", line.rows());
    return json;
  }

  private static Map<String, Object> json(ScalesView.Offer offer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("clause", offer.id());
    json.put("title", offer.title());
    json.put("rows", offer.rows());
    json.put("recipients", offer.recipients());
    json.put("cases", offer.cases());
    return json;
  }

  @GetMapping("/api/v1/grounds")
  @May(Act.READ)
  ResponseEntity<byte[]> grounds(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    GroundPapers papers =
        new GroundPapers(
            book,
            roster.circle(),
            viewers.plan(visitor.member(), PURPOSE, Outlet.API),
            time(locale));
    List<Map<String, Object>> clauses = papers.clauses().stream().map(GroundsApi::json).toList();
    List<Map<String, Object>> own = papers.own().stream().map(GroundsApi::json).toList();
    return wayOut
        .packTold(
            ScalesDesk.errand(visitor, Outlet.API),
            papers.shown(),
            Map.of("clauses", clauses, "own", own))
        .answer("application/json");
  }

  private static Map<String, Object> json(GroundPapers.Clause clause) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", clause.id());
    json.put("title", clause.title());
    json.put("purposes", clause.purposes());
    json.put("categories", clause.categories());
    json.put("recipients", clause.recipients());
    json.put("gates", clause.gates());
    json.put("obligations", clause.obligations());
    json.put("evidence", clause.evidence());
    json.put("inForce", clause.inForce());
    json.put("adopted", clause.adopted());
    json.put("adoptable", clause.adoptable());
    json.put(
        "adopters",
        clause.adopters().stream()
            .map(each -> Map.of("name", each.name(), "since", each.since().toString()))
            .toList());
    return json;
  }

  private static Map<String, Object> json(GroundPapers.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", line.at().toString());
    json.put("person", line.person());
    json.put("deed", line.deed());
    json.put("id", line.id());
    json.put("title", line.about());
    json.put("evidence", line.evidence());
    json.put("revocable", line.revocable());
    return json;
  }

  /** Programs read instants; what is told in words is told in the caller's language. */
  private static ReaderTime time(Locale locale) {
    return new ReaderTime(ZoneOffset.UTC, locale);
  }
}
