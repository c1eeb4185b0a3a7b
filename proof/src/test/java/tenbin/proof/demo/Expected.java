package tenbin.proof.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenbin.hub.demo.DemoReport;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Warning;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.TableFiles;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.standard.StandardFormats;

/** Whose rows the day has, by reading and attributing alone: no store, no hub. */
final class Expected {
  private final Attributor attributor;
  private final Map<MemberId, Set<Row>> rows = new TreeMap<>();
  private long members;

  /** Equal rows of two holders stay two; those of one are one. */
  private record Row(Fingerprint identity, MemberId holder) {}

  private Expected(Circle circle) {
    this.attributor = new TableAttributor(circle, TableFiles.demo());
  }

  static Expected of(Circle circle, List<DemoReport> reports, Instant receivedAt)
      throws IOException, Refused {
    Expected expected = new Expected(circle);
    for (DemoReport report : reports) {
      expected.read(report, receivedAt);
    }
    expected.members = expected.rows.values().stream().mapToLong(Set::size).sum();
    return expected;
  }

  /** Rows of a member. */
  long of(MemberId member) {
    return rows.getOrDefault(member, Set.of()).size();
  }

  /** Rows of all members together. */
  long all() {
    return members;
  }

  private void read(DemoReport report, Instant receivedAt) throws IOException, Refused {
    Reading reading = new Reading(StandardFormats.all(), Clock.systemUTC());
    Report bytes =
        new Report(
            report.name(),
            new ByteArrayInputStream(report.bytes()),
            receivedAt,
            report.mapping(),
            Limits.USUAL);
    reading.read(
        bytes,
        new Sink() {
          @Override
          public void observation(Observation seen) {
            if (attributor.attribute(seen).responsible()
                instanceof Responsible.OfMember(MemberId member)) {
              rows.computeIfAbsent(member, each -> new HashSet<>())
                  .add(new Row(Fingerprint.of(seen), report.reporter()));
            }
          }

          @Override
          public void warning(Warning warning) {
            // Damaged rows belong to the day.
          }
        });
  }
}
