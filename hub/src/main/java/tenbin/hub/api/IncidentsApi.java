package tenbin.hub.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.incident.ToldIncidents;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;
import tenbin.wire.lines.DisclosureLines;

/** What organisations let the caller's member know of incidents, for one purpose at a time. */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/incidents")
public class IncidentsApi {
  static final int MOST = 1_000;

  private final ToldIncidents incidents;
  private final Viewers viewers;
  private final WayOut wayOut;

  public IncidentsApi(ToldIncidents incidents, Viewers viewers, WayOut wayOut) {
    this.incidents = incidents;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  @GetMapping
  ResponseEntity<byte[]> list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "purpose", defaultValue = "P11") String purpose,
      @RequestParam(name = "format", defaultValue = "json") String format,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    if (most < 1 || most > MOST) {
      throw Problem.wrong("At least 1 and at most " + MOST + " at once.");
    }
    Purpose what = Asked.purpose(purpose);
    List<ToldIncidents.Told> all = incidents.of(viewers.plan(visitor.member(), what, Outlet.API));
    List<ToldIncidents.Told> page = all.stream().skip(place(all, after)).limit(most).toList();
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), what, Outlet.API);
    List<Disclosure> rows = page.stream().map(ToldIncidents.Told::disclosure).toList();
    return switch (format) {
      case "json" ->
          wayOut
              .packTold(errand, rows, Map.of("incidents", bodies(rows)))
              .answer("application/json");
      case "json-lines" -> {
        DisclosureLines lines = new DisclosureLines();
        yield wayOut.pack(errand, lines, rows).answer(lines.mediaType());
      }
      default -> throw Problem.wrong("No format of that name: json, json-lines.");
    };
  }

  /**
   * Behind the one that the caller had last. When it is gone, because it was withdrawn, the list
   * begins anew: nothing is missed, and the ids say what is known.
   */
  private static int place(List<ToldIncidents.Told> all, String after) {
    if (after.isEmpty()) {
      return 0;
    }
    UUID id = id(after);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).disclosure().id().equals(id)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException broken) {
      throw Problem.wrong("\"after\" is the id of the last incident that you have.");
    }
  }

  private static List<Map<String, Object>> bodies(List<Disclosure> rows) {
    return rows.stream().map(IncidentsApi::body).toList();
  }

  private static Map<String, Object> body(Disclosure shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", shown.id().toString());
    body.put("facts", ToldIncidents.valuesOf(shown));
    body.put("purpose", shown.terms().purpose().word());
    body.put(
        "obligations",
        shown.terms().obligations().stream().sorted().map(Object::toString).toList());
    return body;
  }
}
