package tenbin.hub.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.hub.page.FigureSheet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.statistics.Figure;
import tenbin.spine.statistics.StatisticsBook;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The circle's published numbers for programs. */
@RestController
@May(Act.READ)
@RequestMapping("/api/v1/statistics")
public class StatisticsApi {
  private static final Purpose PURPOSE = Purpose.STATISTICS;

  private final StatisticsBook book;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Clock clock;

  public StatisticsApi(StatisticsBook book, Viewers viewers, WayOut wayOut, Clock clock) {
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<byte[]> statistics(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "sector", defaultValue = "") String sector) {
    FigureSheet.Choice choice =
        FigureSheet.Choice.of(from, to, type, sector, clock.instant())
            .orElseThrow(() ->
                Problem.wrong(
                    "from and to are days, at most " + StatisticsBook.MOST_DAYS + " apart."));
    Plan viewer = viewers.plan(visitor.member(), PURPOSE, Outlet.API);
    FigureSheet sheet = FigureSheet.of(book, viewer, choice);
    WayOut.Parcel parcel =
        wayOut.packTold(
            new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API), sheet.shown(), body(sheet));
    return parcel.answer("application/json");
  }

  private static Map<String, Object> body(FigureSheet sheet) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", sheet.choice().days().from().toString());
    body.put("to", sheet.choice().days().to().toString());
    List<String> days = sheet.days().stream().map(LocalDate::toString).toList();
    body.put("published", days);
    body.put("cells", sheet.figures().stream().map(StatisticsApi::cell).toList());
    return body;
  }

  private static Map<String, Object> cell(Figure figure) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("day", figure.day().toString());
    cell.put("class", figure.type());
    if (!figure.sector().isEmpty()) {
      cell.put("sector", figure.sector());
    }
    if (figure.asn() > 0) {
      cell.put("network", figure.asn());
    }
    cell.put("rows", figure.rows());
    return cell;
  }
}
