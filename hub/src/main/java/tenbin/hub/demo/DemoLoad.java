package tenbin.hub.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.UploadRefused;

/** Brings a made-up day's reports in, as if they had come one after the other in the last hours. */
public final class DemoLoad {
  /**
   * A working day. The detectors look for the first time when they have seen three hours of
   * background, and half an hour must have brought no further member.
   */
  static final Duration SPAN = Duration.ofHours(8);

  private DemoLoad() {}

  /** Waits until what came in is read: the clock must not jump while a report is being read. */
  @FunctionalInterface
  public interface Reading {
    void await() throws InterruptedException;
  }

  /** Takes every report in; what is known already changes nothing. */
  public static void into(Intake intake, List<DemoReport> reports, DemoClock clock, Reading reading)
      throws IOException, InterruptedException {
    Instant end = clock.instant();
    Duration step = SPAN.dividedBy(Math.max(1, reports.size()));
    Instant at = end.minus(SPAN);
    try {
      for (DemoReport report : reports) {
        clock.stand(at);
        take(intake, report);
        reading.await();
        at = at.plus(step);
      }
    } finally {
      clock.go();
    }
  }

  private static void take(Intake intake, DemoReport report) throws IOException {
    Arrival arrival =
        new Arrival(
            report.reporter(),
            report.name(),
            report.feed(),
            java.util.Optional.empty(),
            report.mapping());
    try {
      intake.accept(arrival, new ByteArrayInputStream(report.bytes()));
    } catch (UploadRefused refused) {
      throw new IOException("the demo's own report was refused: " + report.name(), refused);
    }
  }
}
