package tenbin.hub.act;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.run.Standing;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.StorageFailure;
import tools.jackson.databind.json.JsonMapper;

/** How a hub stands, in lines for people or as JSON, with an exit code for monitoring programs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = StatusAct.UNKNOWN,
    exitCodeListHeading = "Exit codes, as monitoring plugins have them:%n",
    exitCodeList = {
      "0:all is well",
      "1:somebody should look at it",
      "2:it does not do its work",
      "3:it cannot be told"
    },
    description =
        "Tells what runs, in which version, what waits, the ledger's last head, the disk,"
            + " certificates and dead letters. Changes nothing.")
final class StatusAct implements Callable<Integer> {
  static final int UNKNOWN = 3;

  /** A month: who renews by hand needs it. */
  private static final Duration SOON = Duration.ofDays(30);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Option(names = "--json", description = "one JSON object instead of lines")
  private boolean json;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "a certificate (PEM) to watch; may be given several times")
  private List<Path> certificates = new ArrayList<>();

  @Override
  public Integer call() {
    Instant now = Clock.systemUTC().instant();
    List<Standing.Line> lines = new ArrayList<>();
    try (Database database = where.open()) {
      lines.addAll(new Standing(where.folder("hub"), database, now).lines());
    } catch (IOException | StorageFailure failed) {
      lines.add(new Standing.Line("database", Standing.Weight.UNKNOWN, Words.reason(failed)));
    }
    certificates.forEach(file -> lines.add(certificate(file, now)));
    Standing.Weight worst =
        lines.stream()
            .map(Standing.Line::weight)
            .max(Standing.Weight::compareTo)
            .orElse(Standing.Weight.UNKNOWN);
    print(lines, worst, now);
    return worst.exitCode();
  }

  private void print(List<Standing.Line> lines, Standing.Weight worst, Instant now) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("at", now.toString());
      body.put("state", worst.word());
      Map<String, Object> told = new LinkedHashMap<>();
      lines.forEach(
          each -> told.put(each.what(), Map.of("state", each.weight().word(), "is", each.told())));
      body.put("lines", told);
      out.println(JsonMapper.shared().writeValueAsString(body));
    } else {
      lines.forEach(
          each -> out.printf("%-8s %-14s %s%n", each.weight().word(), each.what(), each.told()));
    }
    out.flush();
  }

  private static Standing.Line certificate(Path file, Instant now) {
    String what = "certificate";
    try (InputStream in = Files.newInputStream(file)) {
      Instant end = Instant.MAX;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (each instanceof X509Certificate known) {
          Instant its = known.getNotAfter().toInstant();
          end = its.isBefore(end) ? its : end;
        }
      }
      if (end.equals(Instant.MAX)) {
        return new Standing.Line(what, Standing.Weight.UNKNOWN, file + " holds no certificate");
      }
      Standing.Weight weight =
          end.isBefore(now)
              ? Standing.Weight.BAD
              : end.isBefore(now.plus(SOON)) ? Standing.Weight.WARN : Standing.Weight.GOOD;
      return new Standing.Line(what, weight, file.getFileName() + " ends " + end);
    } catch (IOException | CertificateException unreadable) {
      return new Standing.Line(
          what, Standing.Weight.UNKNOWN, file + ": " + Words.reason(unreadable));
    }
  }
}
