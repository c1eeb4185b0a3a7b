package tenbin.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.hub.report.OwnReports;
import tenbin.hub.report.Told;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.collect.WaysIn;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * Reports in, and what became of one's own. {@code PUT /api/v1/reports/SHA256} takes bytes from an
 * offset on: {@code Content-Range: bytes A-B/SIZE} (RFC 9110 section 14.5), or {@code
 * Upload-Offset} with {@code Upload-Length}; without either the body is the whole. {@code HEAD} or
 * {@code GET} of the same address says in {@code Upload-Offset} where to go on, and {@code
 * Upload-Complete: ?1} once it is acknowledged.
 */
@RestController
@RequestMapping("/api/v1/reports")
public class ReportsApi {
  private static final int MOST_LIST = 500;

  private final Intake intake;
  private final ReportBook reports;
  private final OwnReports own;

  public ReportsApi(WaysIn ways, ReportBook reports, Audit audit) {
    this.intake = ways.by("api");
    this.reports = reports;
    this.own = new OwnReports(reports, audit);
  }

  @PutMapping("/{digest}")
  @May(Act.REPORT)
  ResponseEntity<Map<String, Object>> put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      HttpServletRequest request)
      throws IOException {
    Told told = told(name, feed, marking, mapping);
    Span span = Span.of(request);
    Digest digest = Asked.digest(hex);
    Upload upload = told.upload(visitor.member(), digest, span.size());
    try {
      return answer(visitor, intake.append(upload, span.offset(), request.getInputStream()));
    } catch (UploadRefused refused) {
      throw problem(refused, intake.progress(visitor.member(), digest));
    }
  }

  @PostMapping
  @May(Act.REPORT)
  ResponseEntity<Map<String, Object>> post(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      HttpServletRequest request)
      throws IOException {
    Told told = told(name, feed, marking, mapping);
    Arrival arrival = told.arrival(visitor.member());
    try {
      return answer(visitor, intake.accept(arrival, request.getInputStream()));
    } catch (UploadRefused refused) {
      throw problem(refused, null);
    }
  }

  /** How far: also what HEAD answers, without the body. */
  @GetMapping("/{digest}")
  @May(Act.FOLLOW)
  ResponseEntity<Map<String, Object>> progress(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("digest") String hex) {
    Digest digest = Asked.digest(hex);
    Progress progress = intake.progress(visitor.member(), digest);
    if (progress.durableBytes() == 0 && !progress.acknowledged()) {
      throw Problem.absent().with("Upload-Offset", "0");
    }
    Map<String, Object> body = ReportJson.progress(progress);
    reports
        .report(visitor.member(), digest)
        .ifPresent(status -> body.put("status", ReportJson.status(status)));
    return headers(ResponseEntity.ok(), progress).body(body);
  }

  @GetMapping
  @May(Act.FOLLOW)
  Map<String, Object> list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "before", defaultValue = "9999-01-01T00:00:00Z") Instant before,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    List<ReportStatus> found =
        reports.reportsOf(visitor.member(), before, Math.clamp(most, 1, MOST_LIST));
    return Map.of("reports", found.stream().map(ReportJson::status).toList());
  }

  @GetMapping("/{digest}/warnings")
  @May(Act.FOLLOW)
  Map<String, Object> warnings(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      @RequestParam(name = "from", defaultValue = "0") int from,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    ReportStatus status = own(visitor, hex);
    List<Warning> found =
        reports.warnings(
            visitor.member(), status.digest(), Math.max(0, from), Math.clamp(most, 1, MOST_LIST));
    return Map.of("warnings", found.stream().map(ReportJson::warning).toList());
  }

  @GetMapping("/{digest}/warnings.csv")
  @May(Act.FOLLOW)
  void table(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      HttpServletResponse response)
      throws IOException {
    own.sendWarnings(own(visitor, hex), response);
  }

  @GetMapping("/{digest}/raw")
  @May(Act.FOLLOW)
  void raw(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      HttpServletResponse response)
      throws IOException {
    if (!own.sendRaw(visitor, own(visitor, hex), response)) {
      throw Problem.absent();
    }
  }

  private static Told told(String name, String feed, String marking, String mapping) {
    Optional<Tlp> tlp = Tlp.tryParse(marking);
    if (tlp.isEmpty() && !marking.isEmpty()) {
      throw Problem.wrong("No TLP marking of that name.");
    }
    return new Told(name, feed, tlp, Optional.of(mapping));
  }

  private ReportStatus own(Visitor visitor, String hex) {
    return own.one(visitor, Asked.digest(hex)).orElseThrow(Problem::absent);
  }

  private ResponseEntity<Map<String, Object>> answer(Visitor visitor, Progress progress) {
    own.sent(visitor, progress);
    int code = progress.acknowledged() ? (progress.knownBefore() ? 200 : 201) : 202;
    return headers(ResponseEntity.status(code), progress).body(ReportJson.progress(progress));
  }

  private static ResponseEntity.BodyBuilder headers(
      ResponseEntity.BodyBuilder answer, Progress progress) {
    return answer
        .header("Upload-Offset", Long.toString(progress.durableBytes()))
        .header("Upload-Complete", progress.acknowledged() ? "?1" : "?0");
  }

  private static Problem problem(
      UploadRefused refused, @org.jspecify.annotations.Nullable Progress progress) {
    String detail = String.valueOf(refused.getMessage());
    Problem problem =
        switch (refused.reason()) {
          case WRONG_OFFSET -> new Problem(409, "wrong-offset", detail);
          case WRONG_DIGEST -> new Problem(422, "wrong-digest", detail);
          case TOO_LARGE -> new Problem(413, "too-large", detail);
          case QUEUE_FULL -> new Problem(429, "queue-full", detail).with("Retry-After", "60");
          case DISK_FULL -> new Problem(507, "disk-full", detail).with("Retry-After", "600");
          case NOT_NOW -> new Problem(503, "not-now", detail).with("Retry-After", "10");
        };
    return progress == null
        ? problem
        : problem.with("Upload-Offset", Long.toString(progress.durableBytes()));
  }
}
