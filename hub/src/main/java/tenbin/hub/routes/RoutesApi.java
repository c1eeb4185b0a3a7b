package tenbin.hub.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.playbook.RegistryFix;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.desks.routes.tell.Told;
import tenbin.nouns.net.Prefix;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Incidents of routes that the caller's member may know. */
@RestController
@RequestMapping("/api/v1/routes")
public class RoutesApi {
  static final int MOST = 10_000;

  private final RouteDoor door;
  private final WayOut wayOut;
  private final Audit audit;

  public RoutesApi(RouteDoor door, WayOut wayOut, Audit audit) {
    this.door = door;
    this.wayOut = wayOut;
    this.audit = audit;
  }

  /** What a member does: act as "ignore", reason of its own. */
  public record Said(String act, @org.jspecify.annotations.Nullable String reason) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "filter", defaultValue = "") String filter) {
    List<RouteView> lines =
        RouteTable.chosen(door.list(visitor, Outlet.API), order, filter)
            .orElseThrow(() -> Problem.wrong("No such order."));
    List<Told> told = lines.stream().map(RouteView::told).toList();
    FixShare fixes = FixShare.of(lines);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("incidents", told.stream().map(RoutesApi::body).toList());
    body.put("registry-fixes", fixes.fixed());
    body.put("registry-mismatches-ended", fixes.ended());
    return pack(visitor, RouteDoor.parts(told), body);
  }

  @GetMapping("/{id}")
  @May(Act.READ)
  ResponseEntity<byte[]> one(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return send(visitor, told(visitor, id));
  }

  private Told told(Visitor visitor, UUID id) {
    return door.one(visitor, id, Outlet.API).orElseThrow(Problem::absent);
  }

  /** An incident with the reader's own deeds, and what its own prefixes need. */
  private ResponseEntity<byte[]> send(Visitor visitor, Told told) {
    List<Disclosure> own = door.ownPrefixes(visitor, told, Help.MOST_OWN, Outlet.API);
    Help help = door.help(told, own);
    Map<String, Object> body = body(told);
    body.put(
        "deeds",
        door.deeds(visitor, told).stream()
            .map(each ->
                Map.of(
                    "act", each.act().word(),
                    "at", each.at().toString(),
                    "person", each.person(),
                    "reason", each.reason()))
            .toList());
    body.put("counter-announce", help.plan().announce().stream().map(Prefix::toString).toList());
    body.put("registry-changes", help.fixes().stream().map(RoutesApi::body).toList());
    List<Disclosure> shown = new ArrayList<>(told.parts());
    shown.addAll(own);
    return pack(visitor, shown, body);
  }

  @PostMapping("/{id}/act")
  @May(Act.ANSWER)
  ResponseEntity<byte[]> act(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestBody Said said) {
    Told told = told(visitor, id);
    Deed.Act act =
        Optional.ofNullable(said.act)
            .flatMap(Deed.Act::tryParse)
            .orElseThrow(() -> Problem.wrong("No act of that name."));
    try {
      door.act(visitor, told, act, said.reason == null ? "" : said.reason);
    } catch (IllegalArgumentException wrong) {
      throw Problem.wrong(
          "Whoever ignores an incident says why, in at most " + Deed.MOST_REASON + " characters.");
    }
    audit.did(visitor, "act-on-route", id.toString());
    return send(visitor, told);
  }

  /** Its prefixes, in their order. */
  @GetMapping("/{id}/prefixes")
  @May(Act.READ)
  ResponseEntity<byte[]> prefixes(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "most", defaultValue = "1000") int most,
      @RequestParam(name = "format", defaultValue = "json") String format) {
    if (most < 1 || most > MOST) {
      throw Problem.wrong("At least 1 and at most " + MOST + " at once.");
    }
    Optional<Prefix> behind = Prefix.tryParse(after);
    if (!after.isEmpty() && behind.isEmpty()) {
      throw Problem.wrong("\"after\" is the last prefix that you have.");
    }
    Told told = told(visitor, id);
    List<Disclosure> some = door.prefixes(visitor, told, behind, most, Outlet.API);
    PrefixFile file =
        PrefixFile.of(format, some)
            .orElseThrow(() -> Problem.wrong("No format of that name: csv, json."));
    return wayOut
        .packAs(door.errand(visitor, Outlet.API), file.ending(), some, file.bytes())
        .answer(format.equals("csv") ? "text/csv; charset=utf-8" : "application/json");
  }

  /** The after-report in markdown. */
  @GetMapping("/{id}/report")
  @May(Act.READ)
  ResponseEntity<byte[]> report(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id, Locale locale) {
    AfterFile file = AfterFile.of(door, visitor, told(visitor, id), locale);
    return wayOut
        .packAs(
            door.errand(visitor, Outlet.API), "markdown", file.shown(), file.text().getBytes(UTF_8))
        .answer("text/markdown; charset=utf-8");
  }

  private ResponseEntity<byte[]> pack(
      Visitor visitor, List<Disclosure> shown, Map<String, Object> body) {
    return wayOut
        .packTold(door.errand(visitor, Outlet.API), shown, body)
        .answer("application/json");
  }

  private static Map<String, Object> body(RegistryFix.Step step) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("do", step.what().name().toLowerCase(Locale.ROOT));
    body.put("entry", step.where().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("text", step.text());
    return body;
  }

  private static Map<String, Object> body(Told told) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", told.id().toString());
    body.put("as", told.scope().word());
    told.parts()
        .forEach(part -> part.facts().forEach(fact -> body.putIfAbsent(fact.name(), fact.value())));
    body.put(RouteFacts.START, told.lines(RouteFacts.START));
    return body;
  }
}
