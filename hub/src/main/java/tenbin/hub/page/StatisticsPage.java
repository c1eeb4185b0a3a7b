package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Sector;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.statistics.StatisticsBook;
import tenbin.web.audit.Audit;
import tenbin.web.exit.LedgerDoor;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.exit.WayOut.Errand;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The circle's published numbers: a picture, a table, the same lines as a file. */
@Controller
@May(Act.READ)
public class StatisticsPage {
  private static final Purpose PURPOSE = Purpose.STATISTICS;

  private final StatisticsBook book;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public StatisticsPage(
      StatisticsBook book, Viewers viewers, WayOut wayOut, Audit audit, Clock clock) {
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  /** A sector of the form, in the reader's language. */
  public record Option(String word, String name) {}

  @GetMapping("/statistics")
  String show(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "sector", defaultValue = "") String sector,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    FigureSheet sheet = sheet(visitor, Outlet.PAGE, from, to, type, sector);
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    wayOut.willShow(request, new Errand(visitor.member(), PURPOSE, Outlet.PAGE), sheet.shown());
    model.addAttribute("sheet", sheet);
    model.addAttribute("chart", chart(sheet, time));
    model.addAttribute(
        "types", Arrays.stream(Rsit.values()).map(Rsit::type).distinct().sorted().toList());
    model.addAttribute("sectors", sectors(locale));
    model.addAttribute(
        "names", sectors(locale).stream().collect(Collectors.toMap(Option::word, Option::name)));
    return "hub/page/statistics";
  }

  @GetMapping("/statistics/download")
  ResponseEntity<byte[]> download(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "sector", defaultValue = "") String sector) {
    FigureSheet sheet = sheet(visitor, Outlet.DOWNLOAD, from, to, type, sector);
    WayOut.Parcel parcel =
        wayOut.packAs(
            new Errand(visitor.member(), PURPOSE, Outlet.DOWNLOAD),
            "csv",
            sheet.shown(),
            sheet.csv());
    audit.did(visitor, "download-statistics", parcel.receipt().id().toString());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tenbin-statistics.csv").build().toString())
        .header(LedgerDoor.RECEIPT, parcel.receipt().id().toString())
        .body(parcel.bytes());
  }

  private FigureSheet sheet(
      Visitor visitor, Outlet outlet, String from, String to, String type, String sector) {
    FigureSheet.Choice choice =
        FigureSheet.Choice.of(from, to, type, sector, clock.instant())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    Plan viewer = viewers.plan(visitor.member(), PURPOSE, outlet);
    return FigureSheet.of(book, viewer, choice);
  }

  private static TallyChart chart(FigureSheet sheet, ReaderTime time) {
    StatisticsBook.Days days = sheet.choice().days();
    Instant from = days.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = days.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return TallyChart.of(sheet.tallies(), from, to, Duration.ofDays(1), time);
  }

  private static List<Option> sectors(Locale locale) {
    return Sector.all().stream().map(each -> new Option(each.word(), each.name(locale))).toList();
  }
}
