package tenbin.hub.api;

import java.time.Clock;
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
import tenbin.hub.network.Choice;
import tenbin.hub.network.Coverage;
import tenbin.hub.network.MySpace;
import tenbin.hub.network.SpaceMap;
import tenbin.nouns.casework.SeenBy;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;
import tenbin.wire.Writer;

/** One's own network for programs: what the pages about it show. */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/network")
public class NetworkApi {
  private final Deliveries deliveries;
  private final MySpace mine;
  private final WayOut wayOut;
  private final Clock clock;

  public NetworkApi(Deliveries deliveries, Roster roster, WayOut wayOut, Clock clock) {
    this.deliveries = deliveries;
    this.mine = new MySpace(deliveries, roster, clock);
    this.wayOut = wayOut;
    this.clock = clock;
  }

  @GetMapping("/rows")
  ResponseEntity<byte[]> rows(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(name = "most", defaultValue = "1000") int most,
      @RequestParam(name = "format", defaultValue = "json-lines") String format) {
    Writer writer =
        wayOut
            .writer(format)
            .orElseThrow(() -> new Problem(400, "unknown-format", "No format of that name."));
    if (most < 1 || most > Pull.MOST) {
      throw Problem.wrong("Ask for 1 to " + Pull.MOST + " rows.");
    }
    Choice choice = Choice.of(range, type, q);
    List<Disclosure> rows =
        deliveries.newest(choice.rows(visitor.member(), clock.instant(), most, 0), Outlet.API);
    return wayOut.pack(errand(visitor), writer, rows).answer(writer.mediaType());
  }

  @GetMapping("/tally")
  Map<String, Object> tally(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q) {
    Choice choice = Choice.of(range, type, q);
    Deliveries.Search bars = choice.bars(visitor.member(), clock.instant(), Pull.MOST);
    List<Map<String, Object>> tallies =
        deliveries.tally(bars, choice.bucket()).stream()
            .filter(each -> type.isEmpty() || type.equals(each.type()))
            .map(each ->
                Map.<String, Object>of(
                    "from", each.from().toString(), "class", each.type(), "rows", each.rows()))
            .toList();
    return Map.of(
        "from", bars.from().toString(),
        "to", bars.to().toString(),
        "seconds", choice.bucket().toSeconds(),
        "tallies", tallies);
  }

  @GetMapping("/space")
  ResponseEntity<byte[]> space(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q) {
    MySpace.Sight sight = mine.look(visitor.member(), Choice.of(range, type, q), Outlet.API);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", sight.space().from().toString());
    body.put("sampled", sight.coverage().sampled());
    body.put("elsewhere", sight.coverage().elsewhere());
    body.put("ranges", sight.coverage().ranges().stream().map(NetworkApi::range).toList());
    body.put("cells", sight.cells().stream().map(NetworkApi::cell).toList());
    return wayOut.packTold(errand(visitor), sight.newest(), body).answer("application/json");
  }

  private static Map<String, Object> range(Coverage.Range each) {
    Map<String, Object> bands = new LinkedHashMap<>();
    for (SeenBy band : SeenBy.values()) {
      bands.put(Json.word(band), each.band(band));
    }
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("prefix", each.block().toString());
    range.put("cells", each.cells());
    range.put("seen", each.seen());
    range.put("rows", each.rows());
    range.put("own", each.own());
    range.put("seenBy", bands);
    return range;
  }

  private static Map<String, Object> cell(SpaceMap.Cell each) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("prefix", each.cell().toString());
    cell.put("rows", each.rows());
    cell.put("own", each.own());
    cell.put("classes", each.types());
    return cell;
  }

  private static WayOut.Errand errand(Visitor visitor) {
    return new WayOut.Errand(visitor.member(), Choice.PURPOSE, Outlet.API);
  }
}
