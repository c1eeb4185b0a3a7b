package tenbin.proof.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Warning;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.correlate.Correlator;
import tenbin.spine.correlate.Sighted;
import tenbin.spine.storage.row.FingerprintTable;
import tenbin.wire.Limits;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;

/** parse -> attribute -> fold -> correlate, without a database. */
final class MemoryChain implements Sink {
  private final Attributor attributor;
  private final Correlator correlator;
  private final FingerprintTable known = new FingerprintTable();
  private final Instant receivedAt = Instant.parse("2026-03-25T06:00:00Z");
  private final MemberId reporter = ChainCircle.reporter();

  final long[] rows = new long[ChainCircle.MEMBERS];
  final long[] sums = new long[ChainCircle.MEMBERS];
  long read;
  long folded;
  long warned;
  private long position;

  MemoryChain(Attributor attributor, Correlator correlator) {
    this.attributor = attributor;
    this.correlator = correlator;
  }

  void run(Reader reader, Path file) throws IOException, Refused {
    try (InputStream bytes = Files.newInputStream(file)) {
      reader.read(
          new Report(
              "2026-03-24-event4_sinkhole-bench.csv",
              bytes,
              receivedAt,
              Optional.empty(),
              Limits.USUAL),
          this);
    }
    correlator.drain();
  }

  @Override
  public void observation(Observation seen) {
    read++;
    Attribution attribution = attributor.attribute(seen);
    Fingerprint identity = Fingerprint.of(seen);
    if (known.get(identity.high(), identity.low()) != FingerprintTable.ABSENT) {
      folded++;
      return;
    }
    known.put(identity.high(), identity.low(), ++position);
    count(seen, attribution);
    correlator.take(new Sighted(position, reporter, identity, seen, attribution, receivedAt));
  }

  private void count(Observation seen, Attribution attribution) {
    if (attribution.responsible() instanceof Responsible.OfMember(MemberId member)) {
      int number = Integer.parseInt(member.text().substring("member-".length()));
      rows[number]++;
      sums[number] +=
          Expected.sum(
              seen.source().address().v4Bits(), seen.source().port(), seen.time().epochSecond());
    }
  }

  @Override
  public void warning(Warning warning) {
    warned++;
  }

  boolean matches(Expected expected) {
    return read == expected.lines
        && folded == expected.lines - expected.distinct
        && Arrays.equals(rows, expected.rows)
        && Arrays.equals(sums, expected.sums);
  }
}
