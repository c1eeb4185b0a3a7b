package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.report.Told;
import tenbin.nouns.member.Member;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.collect.WaysIn;
import tenbin.web.layout.Everywhere;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Looking;

/** What only a demo can do: look as anybody, drop a report and see it from every seat. */
@Controller
@May(Act.DEMO)
public class DemoPage {
  private final DemoSeats seats;
  private final Intake intake;
  private final ReportBook reports;
  private final Looking looking;
  private final MessageSource words;

  public DemoPage(
      DemoSeats seats, WaysIn ways, ReportBook reports, Looking looking, MessageSource words) {
    this.seats = seats;
    this.intake = ways.by("page");
    this.reports = reports;
    this.looking = looking;
    this.words = words;
  }

  @PostMapping("/demo/look-as")
  String lookAs(
      @RequestParam("who") String who,
      @RequestParam(name = "at", defaultValue = "") String at,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Member member = seats.member(who).orElseThrow(DemoPage::absent);
    looking.as(member.id(), Everywhere.nameOf(member, locale), request, response);
    return at.equals("incidents") ? "redirect:/incidents" : "redirect:/network";
  }

  @PostMapping("/demo/report")
  String form(@RequestParam("file") MultipartFile file, Model model) throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream bytes = file.getInputStream()) {
      return "redirect:/demo/reports/" + intake.accept(arrival(name), bytes).digest();
    } catch (UploadRefused refused) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE, refused.getMessage(), refused);
    }
  }

  @PostMapping(path = "/demo/report/stream", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> stream(
      @RequestParam(name = "name", defaultValue = "") String name,
      Locale locale,
      HttpServletRequest request)
      throws IOException {
    try {
      Progress progress = intake.accept(arrival(name), request.getInputStream());
      return ResponseEntity.ok(Map.of("page", "/demo/reports/" + progress.digest()));
    } catch (UploadRefused refused) {
      String key = "upload.refused." + Facts.word(refused.reason());
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(Map.of("detail", words.getMessage(key, null, locale)));
    }
  }

  @GetMapping("/demo/reports/{digest}")
  String report(@PathVariable("digest") String hex, Locale locale, Model model) {
    ReportStatus status = status(hex);
    model.addAttribute("report", status);
    model.addAttribute("busy", !ReportsPage.isDone(status));
    model.addAttribute("faults", ReportsPage.faults(status));
    model.addAttribute("seats", seats.ofReport(status.digest(), locale));
    return "hub/page/demo-report";
  }

  @GetMapping("/demo/reports/{digest}/state")
  String state(@PathVariable("digest") String hex, HttpServletResponse response, Model model) {
    ReportStatus status = status(hex);
    model.addAttribute("report", status);
    model.addAttribute("busy", !ReportsPage.isDone(status));
    if (ReportsPage.isDone(status)) {
      response.setHeader("HX-Refresh", "true");
    }
    return "hub/page/demo-report :: state";
  }

  private ReportStatus status(String hex) {
    return Digest.tryParse(hex)
        .flatMap(digest -> reports.report(seats.reporter(), digest))
        .orElseThrow(DemoPage::absent);
  }

  private Arrival arrival(String name) {
    return Told.named(name).arrival(seats.reporter());
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
