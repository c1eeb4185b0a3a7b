package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tenbin.hub.report.OwnReports;
import tenbin.hub.report.Told;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.collect.WaysIn;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Where people send a report: by form, or streamed by the page's script with a bar. */
@Controller
@May(Act.REPORT)
public class UploadPage {
  private final Intake intake;
  private final OwnReports own;
  private final MessageSource words;

  public UploadPage(WaysIn ways, ReportBook reports, Audit audit, MessageSource words) {
    this.intake = ways.by("page");
    this.own = new OwnReports(reports, audit);
    this.words = words;
  }

  @GetMapping("/upload")
  String upload(Model model) {
    model.addAttribute("markings", Tlp.values());
    return "hub/page/upload";
  }

  @PostMapping("/upload")
  String form(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("file") MultipartFile file,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      Model model)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try (InputStream bytes = file.getInputStream()) {
      Progress progress =
          intake.accept(told(name, marking, feed, mapping).arrival(visitor.member()), bytes);
      own.sent(visitor, progress);
      return "redirect:/reports/" + progress.digest();
    } catch (UploadRefused refused) {
      model.addAttribute("refused", Facts.word(refused.reason()));
      return upload(model);
    }
  }

  @PostMapping(path = "/upload/stream", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> stream(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      HttpServletRequest request)
      throws IOException {
    try {
      Progress progress =
          intake.accept(
              told(name, marking, feed, mapping).arrival(visitor.member()),
              request.getInputStream());
      own.sent(visitor, progress);
      return ResponseEntity.ok(Map.of("page", "/reports/" + progress.digest()));
    } catch (UploadRefused refused) {
      String key = "upload.refused." + Facts.word(refused.reason());
      String detail = words.getMessage(key, null, LocaleContextHolder.getLocale());
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("detail", detail));
    }
  }

  private static Told told(String name, String marking, String feed, String mapping) {
    return new Told(name, feed, Tlp.tryParse(marking), Optional.of(mapping));
  }
}
