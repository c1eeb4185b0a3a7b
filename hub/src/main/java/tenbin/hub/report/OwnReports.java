package tenbin.hub.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WarningTable;
import tenbin.web.signin.Visitor;

/** The reports of a visitor's own member, and their bytes back to it. Any thread. */
public final class OwnReports {
  private static final int SHORT_DIGEST = 12;

  private final ReportBook reports;
  private final Audit audit;

  public OwnReports(ReportBook reports, Audit audit) {
    this.reports = reports;
    this.audit = audit;
  }

  /** The report of that digest, where the visitor's member sent it. */
  public Optional<ReportStatus> one(Visitor visitor, Digest digest) {
    return reports.report(visitor.member(), digest);
  }

  /** Notes that the visitor sent a report; the same bytes again are nothing new. */
  public void sent(Visitor visitor, Progress progress) {
    if (progress.acknowledged() && !progress.knownBefore()) {
      audit.did(visitor, "send-report", progress.digest().hex());
    }
  }

  /** Sends all warnings as a table. */
  public void sendWarnings(ReportStatus status, HttpServletResponse response) throws IOException {
    response.setContentType(WarningTable.MEDIA_TYPE);
    attach(response, "warnings-" + status.digest().hex().substring(0, SHORT_DIGEST) + ".csv");
    WarningTable.write(reports, status, response.getOutputStream());
  }

  /**
   * Sends the report as it was received.
   *
   * @return false when retention has removed it; then nothing was sent
   */
  public boolean sendRaw(Visitor visitor, ReportStatus status, HttpServletResponse response)
      throws IOException {
    Optional<Path> file = reports.raw(visitor.member(), status.digest());
    if (file.isEmpty()) {
      return false;
    }
    audit.did(visitor, "fetch-raw", status.digest().hex());
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLengthLong(Files.size(file.get()));
    attach(response, status.name().isEmpty() ? status.digest().hex() : status.name());
    Files.copy(file.get(), response.getOutputStream());
    return true;
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
