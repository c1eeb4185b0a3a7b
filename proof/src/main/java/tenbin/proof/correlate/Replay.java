package tenbin.proof.correlate;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.proof.bench.CpuClock;
import tenbin.proof.generator.Day;
import tenbin.spine.correlate.Finding;
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.spine.correlate.Sighted;

/** Hands a day to a correlator as the hub would, and keeps what it found as cases would. */
final class Replay {
  private static final int CHUNK = 50_000;

  /** After the last event the timers still want their hour. */
  private static final int AFTERWARDS_MINUTES = 120;

  private final ShardedCorrelator correlator = new ShardedCorrelator();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private double cpuSeconds;
  private double wallSeconds;

  Replay(Day day) {
    for (int from = 0; from < day.size(); from += CHUNK) {
      Sighted[] chunk = new Sighted[Math.min(CHUNK, day.size() - from)];
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = day.sighted(from + i);
      }
      take(chunk);
    }
    Sighted last = day.sighted(day.size() - 1);
    for (int minute = 10; minute <= AFTERWARDS_MINUTES; minute += 10) {
      take(
          new Sighted(
              last.position(),
              last.witness(),
              last.identity(),
              last.seen(),
              last.attribution(),
              last.receivedAt().plusSeconds(minute * 60L)));
    }
  }

  /** Only this is timed: making the events is not the correlator's work. */
  private void take(Sighted... chunk) {
    CpuClock clock = CpuClock.start();
    for (Sighted sighted : chunk) {
      correlator.take(sighted);
    }
    for (Finding finding : correlator.drain()) {
      findings.merge(finding.id(), finding, Replay::grown);
    }
    CpuClock.Span span = clock.stop();
    cpuSeconds += span.cpuSeconds();
    wallSeconds += span.wallSeconds();
  }

  private static Finding grown(Finding before, Finding more) {
    Set<MemberId> members = new HashSet<>(before.members());
    members.addAll(more.members());
    return new Finding(
        more.id(),
        more.detector(),
        more.kind(),
        members,
        more.values(),
        before.from(),
        more.to(),
        more.sightings(),
        more.score(),
        more.why());
  }

  Collection<Finding> findings() {
    return findings.values();
  }

  ShardedCorrelator correlator() {
    return correlator;
  }

  CpuClock.Span time() {
    return new CpuClock.Span(cpuSeconds, wallSeconds);
  }
}
