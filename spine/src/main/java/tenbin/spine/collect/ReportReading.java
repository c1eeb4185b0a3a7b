package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.StorageFailure;
import tenbin.wire.Formats;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;

/** Reads one report from its file on to the end of its way. */
final class ReportReading {
  private final RawStore store;
  private final SetAside aside;
  private final Formats formats;
  private final Reading reading;
  private final Limits limits;
  private final Parties parties;

  ReportReading(ReadingLoop.Means means, RawStore store, SetAside aside, Parties parties) {
    this.store = store;
    this.aside = aside;
    this.formats = means.formats();
    this.reading = new Reading(means.formats(), means.clock());
    this.limits = means.limits();
    this.parties = parties;
  }

  /**
   * Returns when the report is read or refused and that is committed, or when it is set aside
   * because its file cannot be opened.
   *
   * @throws StorageFailure when it was set aside half way: what is not committed is begun anew
   */
  void read(WaitingReport report, Line line, Way way) {
    Path file = store.file(report.digest());
    String format;
    try {
      format = formatOf(file, report);
    } catch (IOException unreadable) {
      aside.put(report, unreadable.toString());
      return;
    }
    try {
      ReportSink sink = new ReportSink(line, way, parties, report, format);
      sink.end(read(report, file, sink));
      line.await();
      aside.done(report);
    } catch (ReportSink.NotStored failed) {
      throw new StorageFailure(StorageFailure.Actor.RETRY, "not stored", failed);
    } catch (IOException failed) {
      aside.put(report, failed.toString());
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "cannot read raw report " + report.digest(), failed);
    }
  }

  /** What it will be read as, for who looks meanwhile; empty when it will be refused. */
  private String formatOf(Path file, WaitingReport report) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] head = bytes.readNBytes(Sample.MOST_BYTES);
      return formats.choose(new Sample(report.name(), head, bytes.read() < 0)).format().name();
    } catch (Refused refused) {
      return "";
    }
  }

  /** A bug of one reader costs one report, not the queue. */
  private ReportStatus.State read(WaitingReport report, Path file, ReportSink sink)
      throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      reading.read(
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
}
