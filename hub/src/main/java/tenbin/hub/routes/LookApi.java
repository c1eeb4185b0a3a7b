package tenbin.hub.routes;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.desks.routes.tell.PastTold;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The looking glass for programs. */
@RestController
@RequestMapping("/api/v1/routes")
public class LookApi {
  private final RouteDoor door;
  private final PastDoor past;
  private final Clock clock;

  public LookApi(RouteDoor door, PastDoor past, Clock clock) {
    this.door = door;
    this.past = past;
    this.clock = clock;
  }

  @GetMapping("/look")
  @May(Act.READ)
  ResponseEntity<byte[]> look(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "prefix") String prefix,
      @RequestParam(name = "how", defaultValue = "") String how,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "span", defaultValue = "") String span,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "most", defaultValue = "1000") int most,
      @RequestParam(name = "format", defaultValue = "json") String format) {
    if (most < 1 || most > PastQuestion.MOST) {
      throw Problem.wrong("At least 1 and at most " + PastQuestion.MOST + " prefixes at once.");
    }
    Looking looking =
        Looking.of(
                new Looking.Written(prefix, how, at, span, after), clock.instant(), ZoneOffset.UTC)
            .orElseThrow(() ->
                Problem.wrong(
                    "\"prefix\" is a prefix or an address, \"how\" is exact, inside or covering,"
                        + " \"at\" is a time in UTC as 2026-03-24T10:00:00Z, \"span\" is minutes,"
                        + " at most 10080."));
    PastTold told = past.ask(visitor, looking.question(most), Outlet.API);
    Glass glass = Glass.look(door, visitor, looking.asked().prefix(), looking.at(), Outlet.API);
    Map<String, Object> head = new LinkedHashMap<>(looking.head());
    head.put("routes", glass.lines().stream().map(LookApi::body).toList());
    PastFile file =
        PastFile.of(format, head, told)
            .orElseThrow(() -> Problem.wrong("No format of that name: csv, json."));
    List<Disclosure> shown = told.shown();
    shown.addAll(glass.shown());
    return past.pack(visitor, Outlet.API, file, shown)
        .answer(format.equals("csv") ? "text/csv; charset=utf-8" : "application/json");
  }

  private static Map<String, Object> body(Glass.Line each) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(RouteFacts.PREFIX, each.seen().prefix());
    line.put(RouteFacts.SEEN, each.seen().seen());
    line.put("incident", each.incident().id().toString());
    line.put(
        "paths",
        each.paths().stream().map(path -> path.band().text() + " " + path.text()).toList());
    return line;
  }
}
