package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.StorageFailure;
import tenbin.wire.Limits;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;

/** Reads one report from its file on to the end of its way. */
final class ReportReading {
  private final Path raw;
  private final ReaderChoice readers;
  private final Limits limits;
  private final Parties parties;

  ReportReading(Path data, ReaderChoice readers, Limits limits, Parties parties) {
    this.raw = data.resolve("raw");
    this.readers = readers;
    this.limits = limits;
    this.parties = parties;
  }

  /** Returns when the report is read or refused and that is committed. */
  void read(WaitingReport report, Line line, Way way) {
    try {
      Path file = file(report.digest());
      Optional<Reader> reader = readers.of(file, report.name());
      String format = reader.map(found -> found.format().name()).orElse("");
      ReportSink sink = new ReportSink(line, way, parties, report, format);
      sink.end(
          reader.isPresent()
              ? read(reader.get(), report, file, sink)
              : refuse(sink, new Warning(Fault.FORMAT_UNKNOWN, Place.WHOLE)));
      line.await();
    } catch (ReportSink.NotStored failed) {
      throw new StorageFailure(StorageFailure.Actor.RETRY, "not stored", failed);
    } catch (IOException failed) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "cannot read raw report " + report.digest(), failed);
    }
  }

  /** A bug of one reader costs one report, not the queue. */
  private ReportStatus.State read(Reader reader, WaitingReport report, Path file, ReportSink sink)
      throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      reader.read(
          new Report(report.name(), bytes, report.receivedAt(), report.mapping(), limits), sink);
      return ReportStatus.State.READ;
    } catch (Refused refused) {
      return refuse(sink, refused.warning());
    } catch (StorageFailure ours) {
      throw ours;
    } catch (RuntimeException | StackOverflowError bug) {
      return refuse(sink, new Warning(Fault.SYNTAX, Place.WHOLE, "the reader failed here: " + bug));
    }
  }

  private static ReportStatus.State refuse(ReportSink sink, Warning warning) throws IOException {
    sink.warning(warning);
    return ReportStatus.State.REFUSED;
  }

  private Path file(Digest digest) {
    String hex = digest.hex();
    return raw.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }
}
