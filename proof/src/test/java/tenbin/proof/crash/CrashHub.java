package tenbin.proof.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.wire.Formats;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.shadowserver.ShadowserverTable;

/**
 * A hub without doors in a process of its own: takes the reports of a folder in, lets every member
 * pull, and says what became durable, one line at a time: "ACK digest", "GOT member cursor
 * rows...", at the end "HAS digest state rows" for each report, "DONE". Arguments: data folder,
 * reports folder, then "member=cursor" of earlier runs.
 */
final class CrashHub {
  private static final int PIECE = 700_000;
  private static final int BATCH = 5_000;

  private final Spine spine;
  private final PrintStream out;
  private final Map<MemberId, String> cursors = new HashMap<>();

  private CrashHub(Spine spine, PrintStream out) {
    this.spine = spine;
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException, UploadRefused {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    Formats formats = new Formats(List.of(new ShadowserverReader(ShadowserverTable.standard())));
    SpineConfig config = SpineConfig.of(Path.of(args[0]), Optional.empty(), formats);
    Path circle = Path.of(args[1]).resolve("circle");
    SpineConfig whole =
        new SpineConfig(
            config.data(),
            config.database(),
            Optional.of(circle),
            Optional.empty(),
            formats,
            config.findings(),
            config.intake(),
            config.reading(),
            config.foldBytes(),
            config.clock());
    try (Spine spine = Spine.open(whole, CrashCircle.knowledge())) {
      CrashHub hub = new CrashHub(spine, out);
      for (String argument : List.of(args).subList(2, args.length)) {
        String[] words = argument.split("=", 2);
        hub.cursors.put(new MemberId(words[0]), words[1]);
      }
      out.println("READY");
      hub.run(Path.of(args[1]));
    }
    out.println("DONE");
  }

  private void run(Path reports) throws IOException, InterruptedException, UploadRefused {
    List<Path> files;
    try (Stream<Path> list = Files.list(reports)) {
      files = list.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      upload(file);
      pull();
    }
    while (!spine.awaitCaughtUp(Duration.ofMillis(50))) {
      pull();
    }
    pull();
    for (ReportStatus each :
        spine.reports().reportsOf(CrashCircle.MEMBERS.getFirst(), Instant.MAX, files.size() + 1)) {
      out.println("HAS " + each.digest() + " " + each.state() + " " + each.rowsRead());
    }
  }

  private void upload(Path file) throws IOException, UploadRefused {
    byte[] bytes = Files.readAllBytes(file);
    Upload upload =
        new Upload(
            CrashCircle.MEMBERS.getFirst(),
            Digest.of(bytes),
            bytes.length,
            String.valueOf(file.getFileName()),
            "",
            Optional.empty(),
            Optional.empty());
    Progress progress = spine.intake().progress(upload.reporter(), upload.digest());
    while (!progress.acknowledged()) {
      int at = (int) progress.durableBytes();
      int length = Math.min(PIECE, bytes.length - at);
      progress = spine.intake().append(upload, at, new ByteArrayInputStream(bytes, at, length));
    }
    out.println("ACK " + upload.digest());
  }

  private void pull() {
    for (MemberId member : CrashCircle.MEMBERS) {
      Batch batch;
      do {
        batch =
            spine
                .deliveries()
                .pull(
                    new Pull(
                        member,
                        Purpose.NOTIFY_AFFECTED_CUSTOMER,
                        Outlet.API,
                        Optional.ofNullable(cursors.get(member)),
                        BATCH));
        cursors.put(member, batch.cursor());
        tell(member, batch);
      } while (batch.more());
    }
  }

  private void tell(MemberId member, Batch batch) {
    StringBuilder line = new StringBuilder("GOT " + member + " " + batch.cursor());
    for (Disclosure row : batch.rows()) {
      line.append(' ')
          .append(
              CrashReports.identity(
                  row.source().address(), row.source().port(), row.time().orElseThrow().instant()));
    }
    out.println(line.append(" ."));
  }
}
