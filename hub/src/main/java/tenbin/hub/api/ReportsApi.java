package tenbin.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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
import tenbin.web.audit.Audit;
import tenbin.web.exit.WarningTable;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Scope;
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
  private static final int MOST_WORD = 200;
  private static final int MOST_LIST = 500;

  private final Intake intake;
  private final ReportBook reports;
  private final Audit audit;

  public ReportsApi(Intake intake, ReportBook reports, Audit audit) {
    this.intake = intake;
    this.reports = reports;
    this.audit = audit;
  }

  /** What is told about a report beside its bytes. */
  public record Told(String name, String feed, String marking, String mapping) {
    String cutName() {
      return name.substring(0, Math.min(name.length(), MOST_WORD));
    }

    String cutFeed() {
      return feed.substring(0, Math.min(feed.length(), MOST_WORD));
    }

    Optional<Tlp> tlp() {
      if (marking.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          Tlp.tryParse(marking).orElseThrow(() -> Problem.wrong("No TLP marking of that name.")));
    }

    Optional<String> mappingText() {
      return Optional.of(mapping).filter(text -> !text.isEmpty());
    }
  }

  @PutMapping("/{digest}")
  ResponseEntity<Map<String, Object>> put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      HttpServletRequest request)
      throws IOException {
    Asked.need(visitor, Scope.REPORT);
    Told told = new Told(name, feed, marking, mapping);
    Span span = Span.of(request);
    Digest digest = Asked.digest(hex);
    Upload upload =
        new Upload(
            visitor.member(),
            digest,
            span.size(),
            told.cutName(),
            told.cutFeed(),
            told.tlp(),
            told.mappingText());
    try {
      return answer(visitor, intake.append(upload, span.offset(), request.getInputStream()));
    } catch (UploadRefused refused) {
      throw problem(refused, intake.progress(visitor.member(), digest));
    }
  }

  @PostMapping
  ResponseEntity<Map<String, Object>> post(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "feed", defaultValue = "") String feed,
      @RequestParam(name = "marking", defaultValue = "") String marking,
      @RequestParam(name = "mapping", defaultValue = "") String mapping,
      HttpServletRequest request)
      throws IOException {
    Asked.need(visitor, Scope.REPORT);
    Told told = new Told(name, feed, marking, mapping);
    Arrival arrival =
        new Arrival(
            visitor.member(), told.cutName(), told.cutFeed(), told.tlp(), told.mappingText());
    try {
      return answer(visitor, intake.accept(arrival, request.getInputStream()));
    } catch (UploadRefused refused) {
      throw problem(refused, null);
    }
  }

  /** How far: also what HEAD answers, without the body. */
  @GetMapping("/{digest}")
  ResponseEntity<Map<String, Object>> progress(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("digest") String hex) {
    Digest digest = Asked.digest(hex);
    Progress progress = intake.progress(visitor.member(), digest);
    if (progress.durableBytes() == 0 && !progress.acknowledged()) {
      throw Problem.absent().with("Upload-Offset", "0");
    }
    Map<String, Object> body = body(progress);
    reports
        .report(visitor.member(), digest)
        .ifPresent(status -> body.put("status", status(status)));
    return headers(ResponseEntity.ok(), progress).body(body);
  }

  @GetMapping
  Map<String, Object> list(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "before", defaultValue = "9999-01-01T00:00:00Z") Instant before,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    List<ReportStatus> found =
        reports.reportsOf(visitor.member(), before, Math.clamp(most, 1, MOST_LIST));
    return Map.of("reports", found.stream().map(ReportsApi::status).toList());
  }

  @GetMapping("/{digest}/warnings")
  Map<String, Object> warnings(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      @RequestParam(name = "from", defaultValue = "0") int from,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    ReportStatus status = own(visitor, hex);
    List<Warning> found =
        reports.warnings(
            visitor.member(), status.digest(), Math.max(0, from), Math.clamp(most, 1, MOST_LIST));
    return Map.of("warnings", found.stream().map(ReportsApi::warning).toList());
  }

  @GetMapping("/{digest}/warnings.csv")
  void table(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      HttpServletResponse response)
      throws IOException {
    ReportStatus status = own(visitor, hex);
    response.setContentType(WarningTable.MEDIA_TYPE);
    WarningTable.write(reports, status, response.getOutputStream());
  }

  @GetMapping("/{digest}/raw")
  void raw(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("digest") String hex,
      HttpServletResponse response)
      throws IOException {
    ReportStatus status = own(visitor, hex);
    Path file = reports.raw(visitor.member(), status.digest()).orElseThrow(Problem::absent);
    audit.did(visitor, "fetch-raw", status.digest().hex());
    response.setContentType("application/octet-stream");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }

  private ReportStatus own(Visitor visitor, String hex) {
    return reports.report(visitor.member(), Asked.digest(hex)).orElseThrow(Problem::absent);
  }

  private ResponseEntity<Map<String, Object>> answer(Visitor visitor, Progress progress) {
    if (progress.acknowledged() && !progress.knownBefore()) {
      audit.did(visitor, "send-report", progress.digest().hex());
    }
    int code = progress.acknowledged() ? (progress.knownBefore() ? 200 : 201) : 202;
    return headers(ResponseEntity.status(code), progress).body(body(progress));
  }

  private static ResponseEntity.BodyBuilder headers(
      ResponseEntity.BodyBuilder answer, Progress progress) {
    return answer
        .header("Upload-Offset", Long.toString(progress.durableBytes()))
        .header("Upload-Complete", progress.acknowledged() ? "?1" : "?0");
  }

  private static Map<String, Object> body(Progress progress) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("digest", progress.digest().hex());
    body.put("durableBytes", progress.durableBytes());
    body.put("acknowledged", progress.acknowledged());
    body.put("knownBefore", progress.knownBefore());
    return body;
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

  private static Map<String, Object> status(ReportStatus status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("digest", status.digest().hex());
    body.put("name", status.name());
    body.put("size", status.size());
    body.put("receivedAt", status.receivedAt().toString());
    body.put("state", Json.word(status.state()));
    body.put("format", status.format());
    body.put("rowsRead", status.rowsRead());
    body.put("rowsRefused", status.rowsRefused());
    body.put("rowsFolded", status.rowsFolded());
    Map<String, Long> faults = new TreeMap<>();
    status.faults().forEach((fault, times) -> faults.put(Json.word(fault), times));
    body.put("faults", faults);
    return body;
  }

  private static Map<String, Object> warning(Warning warning) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("fault", Json.word(warning.fault()));
    body.put("weight", Json.word(warning.fault().weight()));
    body.put("part", warning.place().part());
    body.put("row", warning.place().row());
    body.put("offset", warning.place().offset());
    body.put("detail", warning.detail());
    return body;
  }
}
