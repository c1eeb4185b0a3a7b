package tenbin.proof.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.demo.DemoReport;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.MemberId;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.roster.CircleFile;

/**
 * Every format that is read, with something hostile in one field after the other, and files that
 * would have a reader fetch, unpack or run something: what the pages make of it.
 */
@Tag("nightly")
class HostileReportsStoryTest {
  private static final Duration READING = Duration.ofMinutes(4);
  private static final int LARGEST = 2_000_000;

  @TempDir private Path folder;

  @Test
  void what_reports_carry_runs_on_no_page_leaves_no_folder_and_fetches_nothing() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    AtomicInteger fetched = new AtomicInteger();
    HttpServer bait =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bait.createContext(
        "/",
        call -> {
          fetched.incrementAndGet();
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    bait.start();
    DemoClock clock = new DemoClock(Clock.systemUTC());
    try (RunningHub hub = RunningHub.start(how(clock))) {
      List<DemoReport> all = reports(hub, clock, "http://127.0.0.1:" + bait.getAddress().getPort());
      assertThat(all).hasSizeGreaterThan(50);
      DemoLoad.into(hub.intake(), all, clock, () -> {});
      assertThat(hub.awaitCaughtUp(READING)).isTrue();
      look(hub);
      assertThat(fetched).hasValue(0);
    } finally {
      bait.stop(0);
    }
    assertNothingEscaped();
  }

  private static List<DemoReport> reports(RunningHub hub, DemoClock clock, String bait)
      throws IOException {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Map<String, DemoReport> kinds = new TreeMap<>();
    for (DemoReport each : DemoDay.of(hub.circle(), day, DemoDay.USUAL_SEED)) {
      String kind = each.name().replaceAll("[0-9]+", "");
      if (each.bytes().length < LARGEST) {
        kinds.putIfAbsent(kind, each);
      }
    }
    List<DemoReport> all = new ArrayList<>();
    kinds.values().forEach(each -> all.addAll(Hostile.of(each)));
    all.addAll(traps(hub.circle().members().getFirst().id(), bait));
    return all;
  }

  /** What would fetch, unpack elsewhere or fill the disk. */
  private static List<DemoReport> traps(MemberId who, String bait) throws IOException {
    String entity =
        """
        <?xml version="1.0"?>
        <!DOCTYPE a [<!ENTITY % x SYSTEM "%s/dtd"> %%x; <!ENTITY y SYSTEM "file:///etc/passwd">]>
        <a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="%s/xi"/>&y;</a>
        """
            .replace("%s", bait)
            .replace("%%", "%");
    String yaml = "--- !!java.net.URL [\"" + bait + "/yaml\"]\n";
    String mail =
        "From: a@b.example\nTo: c@d.example\nSubject: x\nX-XARF: PLAIN\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n"
            + "--b\nContent-Type: text/plain; name=report.txt\n\n"
            + yaml
            + "Schema-URL: "
            + bait
            + "/schema\n--b\nContent-Type: message/external-body; access-type=URL; URL=\""
            + bait
            + "/body\"\n\n\n--b--\n";
    byte[] slip =
        zip(
            Map.of(
                "../../../../xss7-slipped.csv", "timestamp,ip\n".getBytes(UTF_8),
                "/xss7-slipped.csv", "timestamp,ip\n".getBytes(UTF_8),
                "..\\..\\xss7-slipped.csv", "timestamp,ip\n".getBytes(UTF_8),
                "evil.xml", entity.getBytes(UTF_8)));
    byte[] bomb = zip(Map.of("bomb.csv", new byte[64 << 20]));
    return List.of(
        report(who, "a.xml", entity.getBytes(UTF_8)),
        report(who, "a.svg", entity.getBytes(UTF_8)),
        report(who, "a.yaml", yaml.getBytes(UTF_8)),
        report(who, "a.eml", mail.getBytes(UTF_8)),
        report(who, "a.zip", slip),
        report(who, "bomb.zip", bomb),
        report(who, "../../xss7-slipped", "timestamp,ip\n".getBytes(UTF_8)));
  }

  private static DemoReport report(MemberId who, String name, byte[] bytes) {
    return new DemoReport(who, name, "", Optional.empty(), bytes);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void look(RunningHub hub) throws IOException, InterruptedException {
    int pages = 0;
    int shown = 0;
    List<String> wrong = new ArrayList<>();
    for (var member : hub.circle().members()) {
      Walk walk = new Walk(hub.address(), member.id().text());
      walk.everything();
      pages += walk.pages();
      shown += walk.shown();
      wrong.addAll(walk.wrong());
    }
    assertThat(wrong).isEmpty();
    assertThat(pages).isGreaterThan(100);
    assertThat(shown).as("pages that show what is hostile, as text").isGreaterThan(10);
  }

  private void assertNothingEscaped() throws IOException {
    for (Path root : List.of(folder, Path.of("/"), Path.of("/tmp"), Path.of(""))) {
      int depth = root.equals(folder) ? Integer.MAX_VALUE : 1;
      try (Stream<Path> all = Files.walk(root, depth)) {
        assertThat(all.filter(each -> each.toString().contains("xss7"))).isEmpty();
      }
    }
  }

  private HubStart how(Clock clock) throws Exception {
    Path file = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    return new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(file),
            "127.0.0.1",
            0,
            true,
            false,
            clock)
        .withTables(TableFiles.demo());
  }
}
