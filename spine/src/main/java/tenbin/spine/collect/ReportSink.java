package tenbin.spine.collect;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.spine.correlate.Sighted;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.StorageFailure;
import tenbin.spine.storage.row.Codes;
import tenbin.spine.storage.row.RowEncoder;
import tenbin.wire.Sink;

/**
 * Takes one report's observations on their way: attributed, folded, correlated, encoded into
 * chunks. What was committed before a crash is skipped by counting the reader's calls.
 */
final class ReportSink implements Sink {
  /** Of one fault in one report; the counts go on. */
  private static final int MOST_WARNINGS_PER_FAULT = 200;

  private static final LocalDate POSTGRES_EPOCH = LocalDate.of(2000, 1, 1);

  private final Line line;
  private final Way way;
  private final Parties parties;
  private final int day;
  private final String format;
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private WaitingReport report;
  private Chunk chunk;
  private Tlp marking;
  private long toSkip;

  ReportSink(Line line, Way way, Parties parties, WaitingReport report, String format) {
    this.line = line;
    this.way = way;
    this.parties = parties;
    this.report = report;
    this.format = format;
    this.day = (int) POSTGRES_EPOCH.until(ChunkWriter.day(report), ChronoUnit.DAYS);
    this.marking = report.marking().orElseGet(way.circle()::unmarked);
    this.toSkip = report.progress();
    this.chunk = line.chunk(report);
  }

  @Override
  public void marking(Tlp told) {
    if (report.marking().isEmpty()) {
      marking = told;
    }
  }

  @Override
  public void observation(Observation seen) throws IOException {
    if (skipped()) {
      return;
    }
    chunk.calls++;
    chunk.read++;
    Attribution attribution = way.attributor().attribute(seen);
    Fingerprint identity = Fingerprint.of(seen);
    int code = Codes.of(marking);
    int responsible = numberOf(attribution.responsible());
    long position = chunk.nextPosition();
    long known = remember(seen, identity, FoldMemory.owner(report.holder(), code), position);
    if (known > 0) {
      chunk.fold(known, responsible);
    } else {
      RowEncoder.Beside beside =
          new RowEncoder.Beside(
              position, day, responsible, report.holder(), code, report.id(), -known);
      int place = line.encoder().write(chunk.into(), beside, seen, identity, attribution);
      chunk.added(place, responsible, code);
      Witness.of(report.reporter(), attribution, marking, way.circle())
          .map(witness ->
              new Sighted(position, witness, identity, seen, attribution, report.receivedAt()))
          .ifPresent(way.correlator()::take);
    }
    handOnWhenFull();
  }

  private long remember(Observation seen, Fingerprint identity, int owner, long position)
      throws IOException {
    try {
      return line.memory().remember(seen.time().epochDay(), identity, owner, position);
    } catch (StorageFailure failed) {
      throw new NotStored(failed);
    }
  }

  @Override
  public void warning(Warning warning) throws IOException {
    boolean skip = skipped();
    long times = faults.merge(warning.fault(), 1L, Long::sum);
    if (skip) {
      return;
    }
    chunk.calls++;
    chunk.faults.merge(warning.fault(), 1L, Long::sum);
    if (warning.fault().weight() == Fault.Weight.ROW_REFUSED) {
      chunk.refused++;
    }
    if (times <= MOST_WARNINGS_PER_FAULT) {
      chunk.warnings.add(warning);
    }
    handOnWhenFull();
  }

  private boolean skipped() {
    if (toSkip > 0) {
      toSkip--;
      return true;
    }
    return false;
  }

  private int numberOf(Responsible responsible) {
    return responsible instanceof Responsible.OfMember(MemberId member)
        ? parties.numberOf(member)
        : Parties.NOBODY;
  }

  private void handOnWhenFull() throws IOException {
    if (chunk.isFull()) {
      handOn(ReportStatus.State.READING);
    }
  }

  /** The report is at its end, one way or the other. */
  void end(ReportStatus.State state) throws IOException {
    handOn(state);
  }

  private void handOn(ReportStatus.State state) throws IOException {
    chunk.state = state;
    chunk.format = format;
    chunk.findings = way.correlator().drain();
    WaitingReport rest = report.after(chunk.calls, chunk.warnings.size());
    try {
      chunk = line.handOn(chunk, rest);
    } catch (StorageFailure failed) {
      throw new NotStored(failed);
    }
    report = rest;
  }

  /** Storage failed under a reader, which lets it through. */
  static final class NotStored extends IOException {
    private static final long serialVersionUID = 1L;

    NotStored(StorageFailure failed) {
      super(failed.getMessage(), failed);
    }
  }
}
