package tenbin.proof.pressure;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.proof.bench.CpuClock;
import tenbin.proof.crash.CrashCircle;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.DurableIntake;
import tenbin.spine.collect.IntakeLimits;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;
import tenbin.wire.Formats;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.shadowserver.ShadowserverTable;

/**
 * A hub in a process with a small heap. First it only takes reports in, so that all of them wait;
 * then it reads them, and every member pulls. Its last line: "PEAK bytes SECONDS reading ROWS
 * tally". Arguments: data folder, reports folder.
 */
final class QueuedHub {
  private static final Duration MOST = Duration.ofHours(1);
  private static final long FOLD_BYTES = 128L << 20;

  private QueuedHub() {}

  public static void main(String[] args) throws IOException, InterruptedException, UploadRefused {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    Path data = Path.of(args[0]);
    Path reports = Path.of(args[1]);
    queue(data, reports);
    Formats formats = new Formats(List.of(new ShadowserverReader(ShadowserverTable.standard())));
    SpineConfig config =
        SpineConfig.of(data, Optional.of(reports.resolve("circle")), formats)
            .withFoldBytes(FOLD_BYTES);
    CpuClock clock = CpuClock.start();
    try (Spine spine = Spine.open(config, CrashCircle.knowledge())) {
      if (!spine.awaitCaughtUp(MOST)) {
        throw new IllegalStateException("not read within " + MOST);
      }
      CpuClock.Span reading = clock.stop();
      Tally pulled = pulled(spine);
      out.printf(
          "PEAK %d SECONDS %.1f ROWS %s%n",
          CpuClock.peakMemoryBytes(), reading.wallSeconds(), pulled);
    }
  }

  /** Acknowledges every report while nothing reads. */
  private static void queue(Path data, Path reports) throws IOException, UploadRefused {
    Folders.passable(data.toAbsolutePath());
    List<Path> files;
    try (Stream<Path> list = Files.list(reports)) {
      files = list.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    try (Database database = Database.embedded(data.resolve("postgresql"));
        OneWriter only = OneWriter.on(database)) {
      Parties parties = new Parties(database.dataSource());
      DurableIntake intake =
          new DurableIntake(
              data, database, only, parties, IntakeLimits.USUAL, Clock.systemUTC(), () -> {});
      for (Path file : files) {
        try (InputStream bytes = Files.newInputStream(file)) {
          intake.accept(
              new Arrival(
                  CrashCircle.MEMBERS.getFirst(),
                  file.getFileName().toString(),
                  "",
                  Optional.empty(),
                  Optional.empty()),
              bytes);
        }
      }
    }
  }

  private static Tally pulled(Spine spine) {
    Tally tally = new Tally(CrashCircle.MEMBERS.size());
    for (MemberId member : CrashCircle.MEMBERS) {
      Optional<String> after = Optional.empty();
      Batch batch;
      do {
        batch =
            spine
                .deliveries()
                .pull(
                    new Pull(
                        member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, after, Pull.MOST));
        for (Disclosure row : batch.rows()) {
          tally.add(
              CrashCircle.MEMBERS.indexOf(member),
              row.source().address().v4Bits(),
              row.source().port(),
              row.time().orElseThrow().epochSecond());
        }
        after = Optional.of(batch.cursor());
      } while (batch.more());
    }
    return tally;
  }
}
