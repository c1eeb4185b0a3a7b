package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.report.OwnReports;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** The reports that the visitor's own member sent, with what was wrong in them. */
@Controller
@May(Act.READ)
public class ReportsPage {
  /** The newest reports, sorted and looked through at once: a member's week or two. */
  private static final int PAGE_REPORTS = 300;

  private static final Columns<ReportStatus> COLUMNS =
      new Columns<ReportStatus>(each -> List.of(each.name(), each.format(), each.digest().hex()))
          .by("received", ReportStatus::receivedAt)
          .by("name", ReportStatus::name)
          .by("format", ReportStatus::format)
          .by("state", ReportStatus::state)
          .by("rows", ReportStatus::rowsRead)
          .by("refused", ReportStatus::rowsRefused)
          .by("size", ReportStatus::size);

  private static final int PAGE_WARNINGS = 100;

  private final ReportBook reports;
  private final OwnReports own;
  private final Tables tables;
  private final Clock clock;

  public ReportsPage(ReportBook reports, Tables tables, Audit audit, Clock clock) {
    this.reports = reports;
    this.tables = tables;
    this.own = new OwnReports(reports, audit);
    this.clock = clock;
  }

  /** How often a fault came up. */
  public record FaultCount(String fault, String weight, long times) {}

  @GetMapping("/reports")
  String list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "before", defaultValue = "0") long before,
      HttpServletRequest request,
      Model model) {
    Instant until =
        before > 0 ? Instant.ofEpochMilli(before) : clock.instant().plus(Duration.ofDays(1));
    List<ReportStatus> found = reports.reportsOf(visitor.member(), until, PAGE_REPORTS + 1);
    List<ReportStatus> shown = found.subList(0, Math.min(found.size(), PAGE_REPORTS));
    model.addAttribute("table", tables.of(request, visitor, "/reports", shown, COLUMNS));
    model.addAttribute(
        "next", found.size() > PAGE_REPORTS ? shown.getLast().receivedAt().toEpochMilli() : 0L);
    return "hub/page/reports";
  }

  @GetMapping("/reports/{digest}")
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String digest,
      @RequestParam(name = "from", defaultValue = "0") int from,
      Model model) {
    ReportStatus status = own(visitor, digest);
    int start = Math.max(0, from);
    List<Warning> found =
        reports.warnings(visitor.member(), status.digest(), start, PAGE_WARNINGS + 1);
    model.addAttribute("report", status);
    model.addAttribute("faults", faults(status));
    model.addAttribute("warnings", found.subList(0, Math.min(found.size(), PAGE_WARNINGS)));
    model.addAttribute("from", start);
    model.addAttribute("previous", start > 0 ? Math.max(0, start - PAGE_WARNINGS) : -1);
    model.addAttribute("next", found.size() > PAGE_WARNINGS ? start + PAGE_WARNINGS : -1);
    return "hub/page/report";
  }

  @GetMapping("/reports/{digest}/state")
  String state(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String digest,
      HttpServletResponse response,
      Model model) {
    ReportStatus status = own(visitor, digest);
    if (isDone(status)) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("report", status);
    return "hub/page/report :: state";
  }

  @GetMapping("/reports/{digest}/warnings.csv")
  void warnings(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String digest,
      HttpServletResponse response)
      throws IOException {
    ReportStatus status = own(visitor, digest);
    own.sendWarnings(status, response);
  }

  @GetMapping("/reports/{digest}/raw")
  void raw(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String digest,
      HttpServletResponse response)
      throws IOException {
    ReportStatus status = own(visitor, digest);
    if (!own.sendRaw(visitor, status, response)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private ReportStatus own(Visitor visitor, String digest) {
    return Digest.tryParse(digest)
        .flatMap(each -> own.one(visitor, each))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static boolean isDone(ReportStatus status) {
    return switch (status.state()) {
      case WAITING, READING -> false;
      case READ, REFUSED -> true;
    };
  }

  static List<FaultCount> faults(ReportStatus status) {
    return status.faults().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Fault, Long> each) -> each.getKey().weight())
                .reversed()
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(each ->
            new FaultCount(
                Facts.word(each.getKey()), Facts.word(each.getKey().weight()), each.getValue()))
        .toList();
  }
}
