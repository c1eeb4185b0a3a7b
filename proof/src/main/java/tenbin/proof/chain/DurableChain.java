package tenbin.proof.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.wire.Formats;
import tenbin.wire.Reader;

/** Through the intake and PostgreSQL with fsync, until every row can be pulled by its member. */
final class DurableChain {
  private static final Duration MOST = Duration.ofMinutes(20);

  CpuClock.Span ingest = new CpuClock.Span(0, 0);
  CpuClock.Span pulls = new CpuClock.Span(0, 0);
  boolean right;

  void run(Reader reader, Path file, Attributor attributor, Expected expected) throws IOException {
    Path data = Files.createTempDirectory("tenbin-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try {
      Path circle = Files.writeString(data.resolve("circle"), "made for this bench");
      Knowledge knowledge =
          new Knowledge(text -> ChainCircle.circle(), known -> List.of(), known -> attributor);
      SpineConfig config = SpineConfig.of(data, Optional.of(circle), new Formats(List.of(reader)));
      try (Spine spine = Spine.open(config, knowledge)) {
        run(spine, file, expected);
      }
    } finally {
      delete(data);
    }
  }

  private void run(Spine spine, Path file, Expected expected) throws IOException {
    CpuClock clock = CpuClock.start();
    try (InputStream bytes = Files.newInputStream(file)) {
      spine
          .intake()
          .accept(
              new Arrival(
                  ChainCircle.reporter(),
                  "2026-03-24-event4_sinkhole-bench.csv",
                  "",
                  Optional.empty(),
                  Optional.empty()),
              bytes);
      right = spine.awaitCaughtUp(MOST);
    } catch (UploadRefused refused) {
      throw new IOException(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    ingest = clock.stop();
    CpuClock pulling = CpuClock.start();
    right &= pulled(spine, expected);
    pulls = pulling.stop();
    right &= counted(spine, expected);
  }

  private static boolean counted(Spine spine, Expected expected) {
    ReportStatus status =
        spine.reports().reportsOf(ChainCircle.reporter(), Instant.MAX, 1).getFirst();
    return status.state() == ReportStatus.State.READ
        && status.rowsRead() == expected.lines
        && status.rowsFolded() == expected.lines - expected.distinct;
  }

  /** Whether the union of all pulls is exactly the attributed rows, each once. */
  private static boolean pulled(Spine spine, Expected expected) {
    long[] rows = new long[ChainCircle.MEMBERS];
    long[] sums = new long[ChainCircle.MEMBERS];
    for (int member = 0; member < ChainCircle.MEMBERS; member++) {
      Optional<String> after = Optional.empty();
      Batch batch;
      do {
        batch = pull(spine, ChainCircle.member(member), after);
        rows[member] += batch.rows().size();
        for (Disclosure row : batch.rows()) {
          sums[member] +=
              Expected.sum(
                  row.source().address().v4Bits(),
                  row.source().port(),
                  row.time().orElseThrow().epochSecond());
        }
        after = Optional.of(batch.cursor());
      } while (batch.more());
    }
    return Arrays.equals(rows, expected.rows) && Arrays.equals(sums, expected.sums);
  }

  private static Batch pull(Spine spine, MemberId member, Optional<String> after) {
    return spine
        .deliveries()
        .pull(new Pull(member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, after, Pull.MOST));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
